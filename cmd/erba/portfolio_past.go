package main

import (
	"cmp"
	"context"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/segment"
	"erba/platform/app"
	"erba/platform/identity"
)

// evaluateCommand compares the classes in force with those of a day, as the
// nightly work does.
func evaluateCommand() *cobra.Command {
	c := &cobra.Command{Use: "evaluate", Short: "Compare classes in force with those of a day, and propose what differs", Args: cobra.NoArgs}
	c.Flags().String("as-of", "", "day of judgement; default the last day of the ledger, at most today")
	return askingCommand(c, "evaluation:run", func(ctx context.Context, p *app.Product) (findings, error) {
		asOf, err := dayFlag(c, "as-of")
		if err != nil {
			return findings{}, err
		}
		r, err := evaluation.New(p.Kit).Evaluate(ctx, asOf, func(int64, int64) {})
		facts := []fact{{"as_of", r.AsOf.String()}, {"accounts", strconv.Itoa(r.Accounts)}, {"entered", strconv.Itoa(r.Entered)},
			{"proposed", strconv.Itoa(r.Proposed)}, {"standing", strconv.Itoa(r.Standing)}, {"waiting", strconv.Itoa(r.Waiting)}, {"held", strconv.Itoa(r.Held)}}
		return findings{document: r, facts: facts}, err
	})
}

// backTestCommand says how a configuration would have done on a day in the past.
func backTestCommand() *cobra.Command {
	c := &cobra.Command{Use: "back-test METHOD", Short: "How a method would have done, standing on a day in the past", Args: cobra.ExactArgs(1)}
	c.Flags().String("at", "", "where one stands, knowing only what was known then; default twelve months before the last day of the ledger")
	other := c.Flags().String("config", "", "a JSON file with the configuration to set beside what is in force; what it leaves out, or without it everything, is the default")
	return askingCommand(c, "method:simulate", func(ctx context.Context, p *app.Product) (findings, error) {
		at, err := dayFlag(c, "at")
		if err != nil {
			return findings{}, err
		}
		raw := []byte(`{}`) // the default
		if *other != "" {
			if raw, err = os.ReadFile(*other); err != nil {
				return findings{}, err
			}
		}
		t, err := method.New(p.Kit).BackTest(ctx, c.Flags().Arg(0), raw, at)
		return findings{t, []fact{{"at", t.Now.At.String()}}, testHeader, [][]string{tested("in force", t.Now), tested("other", t.Draft)}}, err
	})
}

var testHeader = []string{"configuration", "population", "flagged", "left", "shrank", "grew", "hit", "precision", "recall", "lift", "false_alarms", "refused"}

func tested(what string, t method.Test) []string {
	n := strconv.Itoa
	return []string{what, n(t.Population), n(t.Flagged), n(t.Left), n(t.Shrank), n(t.Grew), n(t.Hit), part(t.Precision), part(t.Recall),
		part(t.Lift), n(t.FalseAlarms), cmp.Or(t.Refused, "—")}
}

// part is a share that may not be known.
func part(share *float64) string {
	if share == nil {
		return "—"
	}
	return decimal(*share, 4)
}

// segmentsCommand lists the segments that everybody may use.
func segmentsCommand() *cobra.Command {
	c := &cobra.Command{Use: "segments", Short: "Segments that everybody may use, and how many belong to them", Args: cobra.NoArgs}
	return askingCommand(c, "segment:read", func(ctx context.Context, p *app.Product) (findings, error) {
		all, err := segment.New(p.Kit).List(ctx)
		var rows [][]string
		for _, s := range all {
			rows = append(rows, []string{s.Name, s.By, strconv.Itoa(s.Count)})
		}
		return findings{append([]segment.Listed{}, all...), nil, []string{"name", "author", "count"}, rows}, err
	})
}

// askingCommand asks the product of the database under a grant, and prints what
// it says.
func askingCommand(c *cobra.Command, grant string, ask func(context.Context, *app.Product) (findings, error)) *cobra.Command {
	c.Flags().String("format", "table", "table, json or csv")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := knownFormat(c); err != nil {
			return err
		}
		ctx, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		found, err := ask(identity.Under(ctx, grant), p)
		if err != nil {
			return err
		}
		return found.print(c)
	}
	return c
}
