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
	on, err := dayFlag(c, "as-of")
	if err != nil {
		return err
	}
	at := receivable.At{On: on}
	if then, _ := c.Flags().GetBool("then"); then && !on.IsZero() {
		at = receivable.Then(on)
	}
	ctx, p, err := open(c)
	if err != nil {
		return err
	}
	defer p.Close()
	a, err := receivable.New(p.Kit).Ageing(identity.Under(ctx, "receivable:read"), receivable.Ask{At: at, By: by, Sort: "name"})
	if err != nil {
		return err
	}
	told := agingOf(&a, by != "")
	if format == "json" {
		return json.NewEncoder(c.OutOrStdout()).Encode(told)
	}
	return told.write(c.OutOrStdout(), func(key string) string { return p.Texts.Say(spoken(), key, nil) })
}

func agingOf(a *receivable.Ageing, listed bool) aging {
	told := aging{AsOf: a.AsOf, Total: float64(a.Total) / 100, Count: a.Count, Overdue: float64(a.Late) / 100, DSO: a.DSO, Rows: []agingRow{}}
	told.Buckets, told.Counts = buckets(&a.Figure)
	for i := range a.Rows {
		if r := &a.Rows[i]; listed && r.Total != 0 {
			row := agingRow{Code: r.Code, Name: r.Name, Total: float64(r.Total) / 100, Overdue: float64(r.Late) / 100}
			var counts map[string]int
			row.Buckets, counts = buckets(&r.Figure)
			for _, n := range counts {
				row.Count += n
			}
			told.Rows = append(told.Rows, row)
		}
	}
	return told
}

func buckets(f *receivable.Figure) (map[string]float64, map[string]int) {
	sums, counts := map[string]float64{}, map[string]int{}
	for i, name := range rules.BucketNames {
		sums[name], counts[name] = float64(f.Ages[i])/100, f.Counts[i]
	}
	return sums, counts
}

// bucketKeys are the text keys of the buckets.
var bucketKeys = [...]string{"receivable.bucket_0", "receivable.bucket_1", "receivable.bucket_2", "receivable.bucket_3", "receivable.bucket_4"}

// write tells it to people.
func (a aging) write(w io.Writer, say func(string) string) error {
	for i, name := range rules.BucketNames {
		if _, err := fmt.Fprintf(w, "%s\t%.2f\t%d\n", say(bucketKeys[i]), a.Buckets[name], a.Counts[name]); err != nil {
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
