package collection

import (
	"context"
	"slices"

	"erba/analysis/dunning"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Agree writes down on which days the claims of a contract are asked for; without
// any, they are asked for as the company asks.
func (s *Service) Agree(ctx context.Context, a Agreed) (Agreed, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		a.ID, a.By, a.Made, a.Version = kernel.NewID(), me(tx), s.today(), 1
		if err := s.Accounts.Require(tx, a.Account); err != nil {
			return err
		}
		if err := a.Check(); err != nil {
			return err
		}
		ways, err := s.ways(tx, a.Account)
		if err != nil {
			return err
		}
		if err := ways.takes(a.Steps); err != nil {
			return err
		}
		if err := addAgreed(tx, a); err != nil {
			return err
		}
		var before any
		if was, ok := ways.agreed[a.Contract]; ok {
			before = was
		}
		return audit.Changed(tx, "collection.agreed", "account", a.Account, before, a)
	})
	return a, err
}

// takes refuses steps for which the company has no letter.
func (w Ways) takes(days Days) error {
	for _, d := range days {
		if _, ok := w.usual.After(d.Does); !ok {
			return kernel.Invalid("collection.no_step").In("steps")
		}
	}
	return nil
}

// Agreement is what can be agreed with an account, and what was.
type Agreement struct {
	Usual     Days     `json:"usual"     doc:"The company's own"`
	Agreed    []Agreed `json:"agreed"    doc:"Those that hold, by contract"`
	Contracts []string `json:"contracts" doc:"Of open claims"`
}

func agreement(w Ways, debts []Debt) (a Agreement) {
	a.Usual, a.Agreed, a.Contracts = Days{}, []Agreed{}, []string{}
	for _, step := range w.usual.Steps {
		a.Usual = append(a.Usual, dunning.Day{Does: step.Does, Days: step.Days})
	}
	for _, one := range w.agreed {
		a.Agreed = append(a.Agreed, one)
	}
	slices.SortFunc(a.Agreed, func(x, y Agreed) int { return x.ID.Compare(y.ID) })
	for _, d := range debts {
		if d.Contract != "" && !slices.Contains(a.Contracts, d.Contract) {
			a.Contracts = append(a.Contracts, d.Contract)
		}
	}
	return a
}
