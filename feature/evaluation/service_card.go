package evaluation

import (
	"context"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

const (
	shownMoves     = 100
	shownProposals = 50
)

// Card returns the classes of an account that are in force, beside those that
// are computed, and what has been decided about them.
func (s *Service) Card(ctx context.Context, account kernel.ID) (card Card, err error) {
	classed, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return card, err
	}
	var rows []row
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if card.Classes, err = s.inForceAll(tx, classed, account); err != nil {
			return err
		}
		if card.Moves, err = moves(tx, account, shownMoves); err != nil {
			return err
		}
		rows, err = list(tx, Which{Account: account, Limit: shownProposals})
		return err
	})
	if err == nil {
		card.Proposals, err = s.shown(ctx, rows)
	}
	return card, err
}

// inForceAll are all governed classes of an account.
func (s *Service) inForceAll(tx *db.Tx, classed portfolio.Classed, account kernel.ID) ([]InForce, error) {
	decided, err := classes(tx, account)
	if err != nil {
		return nil, err
	}
	byHand, err := setsOf(tx, account)
	if err != nil {
		return nil, err
	}
	lasting, err := streaksOf(tx, account)
	if err != nil {
		return nil, err
	}
	r, err := s.rules(tx)
	b := &book{Classed: classed}
	row := classed.Row(account)
	all := make([]InForce, len(Models))
	for at, g := range Models {
		f := &all[at]
		f.Model = g.Model
		for _, c := range decided {
			if c.Model == g.Model {
				f.Class, f.Decided, f.Since, f.Way, f.By = c.Class, c.Class, c.Since, c.Way, c.By
			}
		}
		f.last(lasting, r.of(at))
		f.setBy(byHand, s.today())
		if row >= 0 {
			now := b.computed(row, at, Standing{})
			f.Computed, f.Provisional = now.Class, now.Provisional
		}
	}
	return all, err
}

func (f *InForce) last(lasting []Streak, r *Rule) {
	for _, k := range lasting {
		if k.Model == f.Model {
			f.Fate, f.Runs, f.Of, f.First = k.Fate, k.Runs, r.pace(k.Up).Runs, k.First
		}
	}
}

func (f *InForce) setBy(byHand []Set, today kernel.Date) {
	for _, one := range byHand {
		if one.Model == f.Model && one.Holds(today) {
			f.Class, f.Since, f.Way, f.By, f.Set = one.Class, one.From, Override, one.By, &one
		}
	}
}
