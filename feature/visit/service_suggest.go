package visit

import (
	"context"

	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Suggest are visits that could be planned in a week: of the accounts past due and
// due by then, the greatest stake first, each where it fits best.
func (s *Service) Suggest(ctx context.Context, day kernel.Date, most int) (all Suggestions, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return all, err
	}
	if day.IsZero() {
		day = b.today
	}
	all = Suggestions{From: rules.Monday(day), Rows: []Suggestion{}}
	b, f, told, err := s.due(ctx, Wish{Most: most, free: all.From.Add(6)})
	if err != nil {
		return all, err
	}
	rows := append(f.late.rows, f.week.rows...)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		w, err := s.week(tx, b, all.From)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if len(all.Rows) == most {
				return nil
			}
			if err := s.propose(tx, b, w, row, told(row.row), &all); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// propose adds a suggestion if there is room for it in the week.
func (s *Service) propose(tx *db.Tx, b *book, w *week, row waiting, told bool, all *Suggestions) error {
	a := b.classed.Account(row.row)
	if _, asked := w.likes[a.ID]; !asked {
		known, err := preferences(tx, []kernel.ID{a.ID})
		if err != nil {
			return err
		}
		w.likes[a.ID] = known
	}
	place, found := w.choose(a.ID, a.City)
	if !found {
		return nil
	}
	w.take(place, a.City, a.Name)
	all.Rows = append(all.Rows, Suggestion{Due: b.dueOf(row, told), Day: place.day, Start: place.start, Length: usual, For: place.why})
	return nil
}

// week is what is known of the viewer's week.
func (s *Service) week(tx *db.Tx, b *book, monday kernel.Date) (*week, error) {
	w := &week{monday: monday, today: b.today, cities: map[kernel.Date]map[string]string{}, busy: map[kernel.Date][][2]int64{},
		given: map[kernel.Date]int{}, likes: map[kernel.ID][]preferred{}}
	clock := s.now().In(kernel.Zone())
	w.now = int64(clock.Hour()*60 + clock.Minute())
	h, err := s.hours(tx, kernel.ID{})
	if err != nil {
		return w, err
	}
	w.hours = h.Slots
	rows, err := diary(tx, user(tx.Context()), monday, monday.Add(6), mostShown)
	for _, r := range rows {
		if r.State == IsCancelled {
			continue
		}
		w.meet(r.Day, r.City, r.Name)
		if r.Start != nil {
			w.busy[r.Day] = append(w.busy[r.Day], [2]int64{*r.Start, *r.Start + r.Length})
		}
	}
	return w, err
}

// Prefer notes on which half days somebody of them likes to be visited.
func (s *Service) Prefer(ctx context.Context, account, contact kernel.ID, slots string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, account); err != nil {
			return err // what is out of sight is none, whatever else is wrong
		}
		if err := checkSlots(slots); err != nil {
			return err
		}
		at, err := accountOf(tx, contact)
		if err != nil {
			return err
		}
		if at != account {
			return kernel.Missing("db.missing")
		}
		_, _, today, err := s.cadences(tx)
		if err != nil {
			return err
		}
		h := hour{contact, slots, user(ctx), today}
		if err := prefer(tx, h); err != nil {
			return err
		}
		return audit.Note(tx, "visit.preferred", "account", account, h)
	})
}

// Likes are the half days of one person of them, "" where nobody has said so.
type Likes struct {
	Contact kernel.ID `json:"contact"`
	Name    string    `json:"name"`
	Slots   string    `json:"slots" doc:"Ten signs from Monday morning to Friday afternoon; 1 suits"`
}

// Preferred are the half days of the people of an account.
func (s *Service) Preferred(ctx context.Context, account kernel.ID) (all []Likes, err error) {
	all = []Likes{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, account); err != nil {
			return err
		}
		found, err := preferences(tx, []kernel.ID{account})
		for _, p := range found {
			all = append(all, Likes{p.Contact, p.Name, p.Slots})
		}
		return err
	})
	return all, err
}
