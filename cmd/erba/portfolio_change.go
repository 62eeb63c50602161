package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/identity"
)

// movementsCommand says what became of the classes of a model between two days.
func movementsCommand() *cobra.Command {
	c := &cobra.Command{Use: "movements", Short: "What became of classes between two days", Args: cobra.NoArgs}
	c.Flags().String("model", "abc", "abc, rfm, grid, quadrant, pyramid, register; as decided: tier, key, vip")
	c.Flags().String("from", "", "first day")
	c.Flags().String("to", "", "second day")
	return changeCommand(c, func(ctx context.Context, s *evaluation.Service) (findings, error) {
		b := evaluation.Between{}
		b.Model, _ = c.Flags().GetString("model")
		var err error
		if b.From, err = dayFlag(c, "from"); err != nil {
			return findings{}, err
		}
		if b.To, err = dayFlag(c, "to"); err != nil {
			return findings{}, err
		}
		return movements(ctx, s, b)
	})
}

// proposalsCommand lists what waits for a decision.
func proposalsCommand() *cobra.Command {
	c := &cobra.Command{Use: "proposals", Short: "Changes of class that wait for a decision", Args: cobra.NoArgs}
	return changeCommand(c, proposals)
}

// changeCommand asks the evaluation of the database and prints what it says.
func changeCommand(c *cobra.Command, ask func(context.Context, *evaluation.Service) (findings, error)) *cobra.Command {
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
		found, err := ask(identity.Under(ctx, "evaluation:read"), evaluation.New(p.Kit))
		if err != nil {
			return err
		}
		return found.print(c)
	}
	return c
}

func movements(ctx context.Context, s *evaluation.Service, b evaluation.Between) (findings, error) {
	f, err := s.Movements(ctx, b)
	if err != nil {
		return findings{}, err
	}
	facts := []fact{{"from", f.From.String()}, {"to", f.To.String()}, {"accounts", strconv.Itoa(f.Accounts)},
		{"up", strconv.Itoa(f.Up)}, {"down", strconv.Itoa(f.Down)}}
	var rows [][]string
	for _, c := range f.Cells {
		rows = append(rows, []string{c.Was, c.Is, strconv.Itoa(c.Count), strconv.Itoa(c.Way)})
	}
	return findings{f, facts, []string{"was", "is", "count", "way"}, rows}, nil
}

// proposed is a change of class as it is printed.
type proposed struct {
	Customer  string      `json:"customer"`
	Name      string      `json:"name"`
	Model     string      `json:"model"`
	Was       string      `json:"was"`
	Becomes   string      `json:"becomes"`
	Need      string      `json:"need"`
	AsOf      kernel.Date `json:"as_of"`
	First     kernel.Date `json:"first"`
	Runs      int         `json:"runs"`
	Rule      string      `json:"rule"`
	Objection string      `json:"objection"`
}

func proposals(ctx context.Context, s *evaluation.Service) (findings, error) {
	document := struct {
		Count int        `json:"count"`
		Rows  []proposed `json:"rows"`
	}{Rows: []proposed{}}
	var rows [][]string
	for after := (kernel.ID{}); ; {
		page, err := s.List(ctx, evaluation.Which{State: evaluation.Open, After: after, Limit: 200})
		if err != nil {
			return findings{}, err
		}
		for _, p := range page.Rows {
			document.Rows = append(document.Rows, proposed{p.Code, p.Name, p.Model, p.Was, p.Becomes, p.Need, p.AsOf, p.First, p.Runs, p.Why.Rule, p.Objection})
			rows = append(rows, []string{p.Code, p.Name, p.Model, p.Was, p.Becomes, p.Need, strconv.Itoa(p.Runs)})
		}
		if after = page.Next; after.IsZero() {
			break
		}
	}
	document.Count = len(rows)
	return findings{document, []fact{{"count", strconv.Itoa(len(rows))}}, []string{"customer", "name", "model", "was", "becomes", "need", "runs"}, rows}, nil
}
