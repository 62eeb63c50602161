package visit

import (
	"context"
	"slices"

	"erba/feature/interaction"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	told    = 6  // contacts of the past on a page
	counted = 12 // people on a page
	grave   = 30 // days past due that make the light red
)

// Brief is the one page that somebody reads before he goes. Of what people have
// confided it says nothing to anybody.
func (s *Service) Brief(ctx context.Context, id kernel.ID) (b Briefing, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if b.Visit, err = s.sheet(tx, id); err != nil {
			return err
		}
		b.Account, b.AsOf = b.Visit.Account, b.Visit.Today
		for _, part := range []func(*db.Tx, *Briefing) error{s.met, s.before, s.owed} {
			if err := part(tx, &b); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return b, err
	}
	if err := s.past(ctx, &b); err != nil {
		return b, err
	}
	return b, s.money(ctx, &b)
}

// met are the people: whom we meet first, then those with the most influence.
func (s *Service) met(tx *db.Tx, b *Briefing) error {
	all, err := s.Contacts.People(tx, b.Account)
	if err != nil {
		return err
	}
	stands, err := s.Relations.Standing(identity.As(tx, "relation:read"), b.Account)
	if err != nil {
		return err
	}
	attitude, power := map[kernel.ID]*int{}, map[kernel.ID]int{}
	for _, st := range stands {
		attitude[st.Contact], power[st.Contact] = st.Attitude, st.Power
	}
	b.People = []Met{}
	for _, c := range all {
		b.People = append(b.People, Met{Person: Person{c.ID, c.Name, c.Title}, Department: c.Department, Duties: c.Duties,
			Comes: slices.Contains(b.Visit.People, c.ID), Attitude: attitude[c.ID]})
	}
	slices.SortStableFunc(b.People, func(x, y Met) int {
		if x.Comes != y.Comes {
			return one(y.Comes) - one(x.Comes)
		}
		return power[y.ID] - power[x.ID]
	})
	b.People = b.People[:min(len(b.People), counted)]
	return nil
}

// before is the last visit that took place.
func (s *Service) before(tx *db.Tx, b *Briefing) error {
	rows, err := list(tx, Which{Account: b.Account, Held: true, Until: b.AsOf, Most: 2})
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(r listed) bool { return r.ID == b.Visit.ID })
	if len(rows) == 0 {
		return nil
	}
	all, _, err := s.appointments(tx, rows[:1], b.AsOf)
	if err != nil {
		return err
	}
	b.Last = &all[0]
	return nil
}

// past are the latest contacts.
func (s *Service) past(ctx context.Context, b *Briefing) error {
	b.History = []Past{}
	all, err := s.Interactions.Of(identity.Under(ctx, "interaction:read"), interaction.Which{Account: b.Account, Limit: told})
	for _, i := range all.Rows {
		b.History = append(b.History, Past{i.On, i.Channel, i.Subject})
	}
	return err
}

// owed are the promises of both sides that have not been kept yet.
func (s *Service) owed(tx *db.Tx, b *Briefing) error {
	b.Pending = []Owed{}
	all, err := s.Commitments.Pending(tx, b.Account)
	if err != nil {
		return err
	}
	ids := []kernel.ID{}
	for _, c := range all {
		ids = append(ids, c.User)
	}
	names, err := s.Accounts.Names(tx, ids)
	if err != nil {
		return err
	}
	for _, p := range b.People {
		names[p.ID] = p.Name
	}
	for _, c := range all {
		who := names[c.User]
		if c.By == "customer" && names[c.Contact] != "" {
			who = names[c.Contact]
		}
		b.Pending = append(b.Pending, Owed{c.By, c.Text, c.Due, max(0, b.AsOf.Days(c.Due)), who})
	}
	return nil
}

// money is what the account owes and what it buys, as far as the viewer may know it.
func (s *Service) money(ctx context.Context, b *Briefing) error {
	sum, err := s.Ledger.Summary(ctx, b.Account, b.AsOf, 12)
	if err != nil {
		return err
	}
	b.Currency, b.Trade = sum.Currency, &Trade{sum.Net, sum.LastOn}
	if sum.Open == 0 && sum.LastOn.IsZero() {
		return nil
	}
	b.Money = &Money{Light: "green", Sum: sum.Open, Late: sum.Overdue}
	if sum.Overdue > 0 {
		b.Money.Light = "yellow"
		late, err := s.longest(ctx, b.Account)
		if err != nil {
			return err
		}
		if late > grave {
			b.Money.Light = "red"
		}
	}
	return nil
}

// longest is for how many days the oldest unpaid invoice has been past due.
func (s *Service) longest(ctx context.Context, account kernel.ID) (days int, err error) {
	page, err := s.Ledger.Invoices(ctx, account, "", 200)
	for _, r := range page.Rows {
		days = max(days, r.Overdue)
	}
	return days, err
}
