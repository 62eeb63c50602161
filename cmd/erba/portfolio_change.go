package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/app"
)

// movementsCommand says what became of the classes of a model between two days.
func movementsCommand() *cobra.Command {
	c := &cobra.Command{Use: "movements", Short: "What became of classes between two days", Args: cobra.NoArgs}
	c.Flags().String("model", "abc", "abc, rfm, grid, quadrant, pyramid, register; as decided: tier, key, vip")
	c.Flags().String("from", "", "first day")
	c.Flags().String("to", "", "second day")
	return askingCommand(c, "evaluation:read", func(ctx context.Context, p *app.Product) (findings, error) {
		b := evaluation.Between{}
		b.Model, _ = c.Flags().GetString("model")
		var err error
		if b.From, err = dayFlag(c, "from"); err != nil {
			return findings{}, err
		}
		if b.To, err = dayFlag(c, "to"); err != nil {
			return findings{}, err
		}
		return movements(ctx, evaluation.New(p.Kit), b)
	})
}

// proposalsCommand lists what waits for a decision.
func proposalsCommand() *cobra.Command {
	c := &cobra.Command{Use: "proposals", Short: "Changes of class that wait for a decision", Args: cobra.NoArgs}
	return askingCommand(c, "evaluation:read", proposals)
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

func proposals(ctx context.Context, p *app.Product) (findings, error) {
	s := evaluation.New(p.Kit)
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
		for _, one := range page.Rows {
			document.Rows = append(document.Rows, proposed{one.Code, one.Name, one.Model, one.Was, one.Becomes, one.Need, one.AsOf, one.First, one.Runs, one.Why.Rule, one.Objection})
			rows = append(rows, []string{one.Code, one.Name, one.Model, one.Was, one.Becomes, one.Need, strconv.Itoa(one.Runs)})
		}
		if after = page.Next; after.IsZero() {
			break
		}
	}
	document.Count = len(rows)
	return findings{document, []fact{{"count", strconv.Itoa(len(rows))}}, []string{"customer", "name", "model", "was", "becomes", "need", "runs"}, rows}, nil
}
