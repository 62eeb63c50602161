package evaluation

import (
	"context"

	"erba/analysis/grade"
	"erba/analysis/membership"
	"erba/analysis/pyramid"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

// book is what an evaluation works with.
type book struct {
	portfolio.Classed
	*known
	rules  Rules
	begins []bool // by model: none was ever evaluated by it
	asOf   kernel.Date
	today  kernel.Date
	stale  bool // somebody has changed something meanwhile
}

// book reads the rules and what stands, out of memory if nothing has changed
// since the last evaluation. Who asks for it holds the lock of what is remembered.
func (s *Service) book(ctx context.Context, c portfolio.Classed, r *Run) (*book, error) {
	b := &book{Classed: c, known: s.memory, asOf: r.AsOf, today: s.today()}
	s.memory = nil
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		var err error
		if b.rules, err = s.rules(tx); err != nil {
			return err
		}
		past, err := runs(tx, 1)
		r.Initial = len(past) == 0
		if err != nil {
			return err
		}
		if b.begins, err = beginning(tx); err != nil {
			return err
		}
		now, err := revision(tx)
		if err != nil {
			return err
		}
		id := func(row int32) kernel.ID { return c.Account(row).ID }
		if b.known != nil && b.known.revision == now && b.fits(c.Len(), id) {
			return nil
		}
		ids := make([]kernel.ID, c.Len())
		for row := range ids {
			ids[row] = id(int32(row))
		}
		b.known = newKnown(ids)
		b.known.revision = now
		return b.read(tx)
	})
	return b, err
}

func (k *known) read(tx *db.Tx) error {
	row := int32(-1)
	err := eachClass(tx, func(c Class) {
		if row < 0 || k.ids[row] != c.Account {
			if row++; row >= int32(len(k.ids)) || k.ids[row] != c.Account {
				row = k.row(c.Account)
			}
		}
		k.put(row, c)
	})
	if err != nil {
		return err
	}
	lasting, err := streaks(tx)
	for _, one := range lasting {
		if here, ok := k.spot(one.Account, one.Model); ok {
			k.streaks[here] = one
		}
	}
	if err != nil {
		return err
	}
	waiting, err := open(tx)
	for _, one := range waiting {
		if here, ok := k.spot(one.Account, one.Model); ok {
			k.open[here] = one
		}
	}
	if err != nil {
		return err
	}
	byHand, err := sets(tx)
	for _, one := range byHand {
		if here, ok := k.spot(one.Account, one.Model); ok {
			k.sets[here] = one
		}
	}
	return err
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
	s := b.known.at(row, at, b.today)
	now := b.computed(row, at, s)
	if b.begins[at] && !Models[at].Given && s.Class.Account.IsZero() && !now.Provisional && now.Class != "" {
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
	case Grade:
		g := b.Grade(row)
		c.Class, c.Provisional = g.String(), g < grade.D
		c.Near = b.Slack(row, gradeOf(s.Class.Class))
	case Membership:
		card, open := b.Card(row)
		c.Class, c.Provisional = cards[card], open // nobody gets or loses a card while an answer is missing
	}
	return c
}

// cards are the levels by the cards of the method.
var cards = [...]string{membership.Silver: "SILVER", membership.Gold: "GOLD", membership.Platinum: "PLATINUM"}

// gradeOf is the class of the method that one in force is; none is below all.
func gradeOf(class string) (g grade.Class) {
	_ = g.UnmarshalText([]byte(class))
	return g
}
