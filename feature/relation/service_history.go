package relation

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// mostEvents is how much of a history is told at once.
const mostEvents = 500

// History is what was changed on a map after a version of it, the last first; of
// one person, if he is named.
func (s *Service) History(ctx context.Context, account, contact kernel.ID, since int64) (all []Event, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = events(tx, account, contact, since, mostEvents)
		if err != nil {
			return err
		}
		return s.partners(tx, all)
	})
	return all, err
}

// partners says of events about counterparts how these are called.
func (s *Service) partners(tx *db.Tx, all []Event) error {
	var ids []kernel.ID
	for _, e := range all {
		if e.What == Partner {
			was, _ := kernel.ParseID(e.Was)
			now, _ := kernel.ParseID(e.Now)
			ids = append(ids, was, now)
		}
	}
	names, err := namesOf(tx, ids)
	for i, e := range all {
		if e.What == Partner {
			was, _ := kernel.ParseID(e.Was)
			now, _ := kernel.ParseID(e.Now)
			all[i].Was, all[i].Now = names[was], names[now]
		}
	}
	return err
}

// quarters is how far back the trend goes.
const quarters = 8

// Trend are the figures of a map at the ends of the last quarters, and today.
func (s *Service) Trend(ctx context.Context, account kernel.ID) (all []Point, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = s.trend(tx, account)
		return err
	})
	return all, err
}

func (s *Service) trend(tx *db.Tx, account kernel.ID) (all []Point, err error) {
	c, err := s.settings(tx)
	if err != nil {
		return nil, err
	}
	rows, err := course(tx, account)
	if err != nil {
		return nil, err
	}
	gone, err := s.gone(tx, account)
	if err != nil {
		return nil, err
	}
	first := quarter(s.today()).AddMonths(-3 * quarters)
	for n := range quarters + 1 {
		on := first.AddMonths(3 * (n + 1)).Add(-1)
		if n == quarters {
			on = s.today()
		}
		b := standingOn(rows, gone, on)
		if len(b.People) > 0 {
			all = append(all, Point{on, c.cfg.Metrics(c.layers, b.seen())})
		}
	}
	return all, nil
}

// gone says when people of an account left.
func (s *Service) gone(tx *db.Tx, account kernel.ID) (map[kernel.ID]kernel.Date, error) {
	people, err := s.contacts.Everybody(tx, account)
	days := map[kernel.ID]kernel.Date{}
	for _, c := range people {
		days[c.ID] = c.Gone
	}
	return days, err
}

// standingOn are the people whom somebody had judged on a day, with what he said:
// of several judgements about a field the last.
func standingOn(rows []judged, gone map[kernel.ID]kernel.Date, on kernel.Date) *board {
	b := &board{Map: Map{AsOf: on}, at: map[kernel.ID]int{}}
	for _, j := range rows {
		left := gone[j.Contact]
		if j.On.Compare(on) <= 0 && (j.Ended.IsZero() || j.Ended.Compare(on) > 0) && (left.IsZero() || left.Compare(on) > 0) {
			b.meet(j)
		}
	}
	return b
}

// Latest are the judgements about people of a map that stand on other maps in sight
// and are newer than what this one says.
func (s *Service) Latest(ctx context.Context, account kernel.ID) (all []Offer, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = s.offers(tx, account)
		return err
	})
	return all, err
}

func (s *Service) offers(tx *db.Tx, account kernel.ID) (all []Offer, err error) {
	twins, err := s.contacts.Same(tx, account)
	if err != nil || len(twins) == 0 {
		return nil, err
	}
	whose := map[kernel.ID]kernel.ID{}
	var ids []kernel.ID
	for id, others := range twins {
		for _, o := range others {
			whose[o] = id
			ids = append(ids, o)
		}
	}
	rows, err := elsewhere(tx, ids)
	if err != nil {
		return nil, err
	}
	here, err := standing(tx, account)
	if err != nil {
		return nil, err
	}
	return s.newer(tx, rows, here, whose)
}

// newer are the offers of rows from elsewhere, of each field the latest.
func (s *Service) newer(tx *db.Tx, rows []other, here []judged, whose map[kernel.ID]kernel.ID) (all []Offer, err error) {
	type spot struct {
		contact kernel.ID
		field   string
	}
	now, at := map[spot]judged{}, map[spot]int{}
	for _, j := range here {
		now[spot{j.Contact, j.Field}] = j
	}
	var users []kernel.ID
	for _, r := range rows {
		where := spot{whose[r.Contact], r.Field}
		own, said := now[where]
		if !personal[r.Field] || said && (own.On.Compare(r.On) >= 0 || own.Value == r.Value) {
			continue
		}
		offer := Offer{Contact: where.contact, Field: r.Field, Value: r.Value, Now: own.Value, Company: r.Company, By: r.By, On: r.On, Until: r.Until, evidence: r.Evidence}
		users = append(users, r.By)
		if i, met := at[where]; met {
			all[i] = offer // rows come in the order of their days
			continue
		}
		at[where] = len(all)
		all = append(all, offer)
	}
	names, err := namesOf(tx, users)
	for i := range all {
		all[i].Name = names[all[i].By]
	}
	slices.SortFunc(all, func(a, b Offer) int { return a.Contact.Compare(b.Contact) })
	return all, err
}
