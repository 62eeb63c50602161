package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	rules "erba/analysis/receivable"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/identity"
)

// receivableCommand says who owes what.
func receivableCommand() *cobra.Command {
	c := &cobra.Command{Use: "receivable", Short: "Who owes what, and since when"}
	ageing := &cobra.Command{Use: "ageing", Short: "What is owed on a day, by how late it is", Args: cobra.NoArgs, RunE: aged}
	ageing.Flags().String("as-of", "", "day, such as 2026-06-30; default today")
	ageing.Flags().String("by", "", "account, group, manager, region or industry: with a row for each")
	ageing.Flags().Bool("then", false, "as it was known at the end of that day, not as it is known now")
	ageing.Flags().String("since", "due", "due or issued: from when on the days of an age are counted")
	ageing.Flags().String("format", "text", "text or json")
	c.AddCommand(ageing)
	return c
}

// aging is an ageing as the command line shows it: money as it is written.
type aging struct {
	AsOf    kernel.Date        `json:"as_of"`
	Total   float64            `json:"total"`
	Count   int                `json:"count"`
	Buckets map[string]float64 `json:"buckets"`
	Counts  map[string]int     `json:"counts"`
	Overdue float64            `json:"overdue"`
	DSO     any                `json:"dso"`
	Rows    []agingRow         `json:"rows"`

	steps []step
}

type agingRow struct {
	Code    string             `json:"code"`
	Name    string             `json:"name"`
	Total   float64            `json:"total"`
	Count   int                `json:"count"`
	Buckets map[string]float64 `json:"buckets"`
	Overdue float64            `json:"overdue"`
}

func aged(c *cobra.Command, _ []string) error {
	format, _ := c.Flags().GetString("format")
	by, _ := c.Flags().GetString("by")
	if format != "text" && format != "json" {
		return kernel.Invalid("importing.bad_setting", "setting", "--format")
	}
	if by != "" && !receivable.Gathers(by) {
		return kernel.Invalid("importing.bad_setting", "setting", "--by")
	}
	since, _ := c.Flags().GetString("since")
	if since != "due" && since != "issued" {
		return kernel.Invalid("importing.bad_setting", "setting", "--since")
	}
	on, err := dayFlag(c, "as-of")
	if err != nil {
		return err
	}
	at := receivable.At{On: on}
	if then, _ := c.Flags().GetBool("then"); then && !on.IsZero() {
		at = receivable.Then(on)
	}
	at.Issued = since == "issued"
	ctx, p, err := open(c)
	if err != nil {
		return err
	}
	defer p.Close()
	a, err := receivable.New(p.Kit).Ageing(identity.Under(ctx, "receivable:read"), receivable.Ask{At: at, By: by, Sort: "name"})
	if err != nil {
		return err
	}
	told := agingOf(&a, by != "", byDue)
	if at.Issued {
		told = agingOf(&a, by != "", byIssue)
	}
	if format == "json" {
		return json.NewEncoder(c.OutOrStdout()).Encode(told)
	}
	return told.write(c.OutOrStdout(), func(key string) string { return p.Texts.Say(spoken(), key, nil) })
}

// step is one of the ages, or several: its key in JSON, its text, and the last bucket of it.
type step struct {
	key, text string
	last      int
}

var byDue = []step{{rules.BucketNames[rules.NotDue], "receivable.bucket_0", rules.NotDue}, {rules.BucketNames[rules.To30], "receivable.bucket_1", rules.To30},
	{rules.BucketNames[rules.To60], "receivable.bucket_2", rules.To60}, {rules.BucketNames[rules.To90], "receivable.bucket_3", rules.To90},
	{rules.BucketNames[rules.Over90], "receivable.bucket_4", rules.Over90}}

var byIssue = append([]step{{"0-30", "receivable.bucket_issued", rules.To30}}, byDue[rules.To60:]...)

func agingOf(a *receivable.Ageing, listed bool, steps []step) aging {
	told := aging{steps: steps, AsOf: a.AsOf, Total: float64(a.Total) / 100, Count: a.Count, Overdue: float64(a.Late) / 100, DSO: a.DSO, Rows: []agingRow{}}
	told.Buckets, told.Counts = buckets(&a.Figure, steps)
	for i := range a.Rows {
		if r := &a.Rows[i]; listed && r.Total != 0 {
			row := agingRow{Code: r.Code, Name: r.Name, Total: float64(r.Total) / 100, Overdue: float64(r.Late) / 100}
			var counts map[string]int
			row.Buckets, counts = buckets(&r.Figure, steps)
			for _, n := range counts {
				row.Count += n
			}
			told.Rows = append(told.Rows, row)
		}
	}
	return told
}

func buckets(f *receivable.Figure, steps []step) (map[string]float64, map[string]int) {
	sums, counts := map[string]float64{}, map[string]int{}
	at := 0
	for _, s := range steps {
		var sum int64
		for ; at <= s.last; at++ {
			sum += f.Ages[at]
			counts[s.key] += f.Counts[at]
		}
		sums[s.key] = float64(sum) / 100
	}
	return sums, counts
}

// write tells it to people.
func (a aging) write(w io.Writer, say func(string) string) error {
	for _, s := range a.steps {
		if _, err := fmt.Fprintf(w, "%s\t%.2f\t%d\n", say(s.text), a.Buckets[s.key], a.Counts[s.key]); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintf(w, "%s\t%.2f\t%d\n", say("receivable.total"), a.Total, a.Count); err != nil {
		return err
	}
	for _, r := range a.Rows {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%.2f\t%.2f\n", r.Code, r.Name, r.Total, r.Overdue); err != nil {
			return err
		}
	}
	return nil
}
