package interaction

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Of is a page of the contacts of an account, with what they are together.
func (s *Service) Of(ctx context.Context, w Which) (l Logged, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, w.Account); err != nil {
			return err
		}
		l.May = s.accounts.Require(identity.As(tx, "interaction:write"), w.Account) == nil
		if l.Count, l.Waiting, err = counts(tx, w.Account); err != nil {
			return err
		}
		if l.Channels, err = tallies(tx, w.Account, kernel.DayOf(s.now()).AddMonths(-12)); err != nil {
			return err
		}
		last, err := s.Latest(tx, w.Account)
		if err != nil {
			return err
		}
		l.Last = last[w.Account]
		if l.Contacts, err = contacts(tx, w.Account); err != nil {
			return err
		}
		if l.Staff, err = staff(tx, w.Account); err != nil {
			return err
		}
		l.Rows, l.Next, l.Target, err = s.page(tx, w)
		return err
	})
	return l, err
}

// page is a page of contacts with who took part.
func (s *Service) page(tx *db.Tx, w Which) (rows []Row, next kernel.ID, target float64, err error) {
	limit := w.Limit
	w.Limit++
	if rows, err = list(tx, w); err != nil {
		return nil, next, 0, err
	}
	if len(rows) > limit {
		rows, next = rows[:limit], rows[limit-1].ID
	}
	target, err = s.fill(tx, rows)
	return rows, next, target, err
}

// fill fills in who took part and how long somebody waited; it returns for how long
// he should have.
func (s *Service) fill(tx *db.Tx, rows []Row) (target float64, err error) {
	clock, err := s.clock(tx)
	if err != nil {
		return 0, err
	}
	at, ids := map[kernel.ID]*Row{}, make([]kernel.ID, len(rows))
	may := identity.As(tx, "interaction:write")
	for i := range rows {
		r := &rows[i]
		r.People, r.Users = []Named{}, []Named{}
		r.wait(clock, s.now().UnixMicro())
		at[r.ID], ids[i] = r, r.ID
	}
	theirs, err := people(tx, ids)
	if err != nil {
		return 0, err
	}
	for _, p := range theirs {
		at[p.Interaction].People = append(at[p.Interaction].People, p.Named)
	}
	ours, err := users(tx, ids)
	if err != nil {
		return 0, err
	}
	for _, p := range ours {
		at[p.Interaction].Users = append(at[p.Interaction].Users, p.Named)
	}
	open, err := changeable(may, ids)
	for _, id := range open {
		at[id].May = at[id].Visit.IsZero()
	}
	return clock.Target, err
}

// Unanswered are the questions that wait: the viewer's own, those of his line, or
// all in sight.
func (s *Service) Unanswered(ctx context.Context, whose string, limit int) (w Waiting, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		which := whoseCond(tx, whose)
		if w.Count, err = countWaiting(tx, which); err != nil {
			return err
		}
		if w.Rows, err = waiting(tx, which, limit); err != nil {
			return err
		}
		w.Target, err = s.fill(tx, w.Rows)
		return err
	})
	for i := range w.Rows {
		if w.Rows[i].Late {
			w.Late++
		}
	}
	return w, err
}

// whoseCond holds for the questions that are somebody's.
func whoseCond(tx *db.Tx, whose string) db.Cond {
	switch whose {
	case Mine:
		return mine(tx, user(tx.Context()))
	case Line:
		return lines(tx, user(tx.Context()))
	}
	return db.If(false, "")
}

// Whose questions are looked for; empty: all in sight.
const (
	Mine = "mine"
	Line = "line"
)

// manyAsked is how many questions a look at the pace takes in, the latest ones.
const manyAsked = 20_000

// season is of how many days the pace is asked where nobody says.
const season = 90

// Paces are how fast questions of some days were answered, by channel, all together first.
func (s *Service) Paces(ctx context.Context, from, until kernel.Date) (all []Pace, err error) {
	if until.IsZero() {
		until = kernel.DayOf(s.now()).Add(1) // whose clock is ahead of ours
	}
	if from.IsZero() {
		from = until.Add(-season)
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = s.Pace(tx, Which{From: from, To: until})
		return err
	})
	return all, err
}

// Pace is Paces for other features, of whatever they choose.
func (s *Service) Pace(tx *db.Tx, w Which) ([]Pace, error) {
	clock, err := s.clock(tx)
	if err != nil {
		return nil, err
	}
	w.Asked, w.Limit = true, manyAsked
	rows, err := list(tx, w)
	for i := range rows {
		rows[i].wait(clock, s.now().UnixMicro())
	}
	return paces(rows), err
}
