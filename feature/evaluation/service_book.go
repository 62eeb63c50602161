package evaluation

import (
	"context"

	"erba/analysis/pyramid"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

// book is what an evaluation works with.
type book struct {
	portfolio.Classed
	rules    Rules
	standing [][]Standing // by model and row
	initial  bool
	asOf     kernel.Date
	today    kernel.Date
}

// book reads what is in force, for how long something else has been said, and
// what is still to be decided.
func (s *Service) book(ctx context.Context, c portfolio.Classed, r *Run) (*book, error) {
	b := &book{Classed: c, asOf: r.AsOf, today: s.today(), standing: make([][]Standing, len(Models))}
	for at := range Models {
		b.standing[at] = make([]Standing, c.Len())
	}
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		set, err := rules(tx)
		if err != nil {
			return err
		}
		b.rules = set.Rules
		past, err := runs(tx, 1)
		b.initial, r.Initial = len(past) == 0, len(past) == 0
		if err != nil {
			return err
		}
		return b.read(tx)
	})
	return b, err
}

func (b *book) read(tx *db.Tx) error {
	row := int32(0)
	err := eachClass(tx, func(c Class) {
		if row = b.seek(row, c.Account); row >= 0 && place(c.Model) >= 0 {
			b.standing[place(c.Model)][row].Class = c
		}
	})
	if err != nil {
		return err
	}
	lasting, err := streaks(tx)
	for _, k := range lasting {
		if s := b.at(k.Account, k.Model); s != nil {
			s.Streak = k
		}
	}
	if err != nil {
		return err
	}
	waiting, err := open(tx)
	for _, p := range waiting {
		if s := b.at(p.Account, p.Model); s != nil {
			s.Open = p
		}
	}
	if err != nil {
		return err
	}
	byHand, err := sets(tx)
	for _, one := range byHand {
		if s := b.at(one.Account, one.Model); s != nil {
			s.Set = one.Holds(b.today)
		}
	}
	return err
}

// seek is the row of an account, from a row on where it stands most likely.
func (b *book) seek(row int32, id kernel.ID) int32 {
	if row = max(row, 0); row < int32(b.Len()) && b.Account(row).ID == id {
		return row
	}
	if row++; row < int32(b.Len()) && b.Account(row).ID == id {
		return row
	}
	return b.Row(id)
}

func (b *book) at(id kernel.ID, model string) *Standing {
	row, at := b.Row(id), place(model)
	if row < 0 || at < 0 {
		return nil
	}
	return &b.standing[at][row]
}

// steps are what there is to do, account by account.
func (b *book) steps(r *Run) (all []Step) {
	for row := range int32(b.Len()) {
		if b.There(row) {
			r.Accounts++
		}
		for at := range Models {
			step, any := b.step(row, at)
			if any {
				step.Row, step.Account = row, b.Account(row).ID
				r.count(step)
				all = append(all, step)
			}
		}
	}
	return all
}

func (b *book) step(row int32, at int) (Step, bool) {
	s := b.standing[at][row]
	now := b.computed(row, at, s)
	if b.initial && s.Class.Account.IsZero() && !now.Provisional && now.Class != "" {
		return Step{At: at, Fate: Enters, Now: now, Open: s.Open}, true
	}
	return b.rules.step(at, s, now, b.asOf)
}

// computed is what a model says of a row. What is no account any more keeps what
// it has, and so nothing is proposed about it.
func (b *book) computed(row int32, at int, s Standing) (c Computed) {
	c.Class = s.Class.Class
	if !b.There(row) {
		return c
	}
	c.Current, c.Expected = b.Values(row)
	switch Models[at].Model {
	case Tier:
		t := b.Tier(row)
		c.Class, c.Provisional = t.String(), t == pyramid.None
	case Key:
		c.Class = ""
		if b.Key(row) || b.Listed(row) { // leaving the register takes a review, which the register asks for itself
			c.Class = Models[at].Classes[0]
		}
	case VIP:
		c.Class = ""
		if b.VIP(row) {
			c.Class = Models[at].Classes[0]
		}
	}
	return c
}
