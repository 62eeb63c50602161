package visit

import (
	"context"

	"erba/analysis/null"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// back is over how many days the best half days are judged.
const back = 180

// scope says whether a viewer is told of all accounts, or of his own.
func scope(ctx context.Context) string {
	if viewer, _ := identity.From(ctx); viewer.SeesAll() {
		return "all"
	}
	return "own"
}

// Hours say which half days went best, at an account or at all in sight, led by
// the viewer and his line.
func (s *Service) Hours(ctx context.Context, account kernel.ID) (h Hours, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if !account.IsZero() {
			if err := s.Accounts.Require(tx, account); err != nil {
				return err
			}
		}
		h, err = s.hours(tx, account)
		return err
	})
	return h, err
}

func (s *Service) hours(tx *db.Tx, account kernel.ID) (h Hours, err error) {
	cfg, _, today, err := s.cadences(tx)
	if err != nil {
		return h, err
	}
	h = Hours{From: today.Add(-back), Until: today, Scope: scope(tx.Context()), Least: cfg.Least}
	rows, err := heldBetween(tx, h.From, h.Until, account)
	all := make([]rules.Held, len(rows))
	for i, r := range rows {
		all[i] = rules.Held{On: r.Day, Minute: int(*r.Start), Met: r.Met > 0 && 2*r.Met >= r.Objectives}
	}
	h.Slots = cfg.Slots(all)
	if best, found := rules.Best(h.Slots); found {
		h.Best = &best
	}
	return h, err
}

// Figures are what came of the visits between two days: of a user who is the viewer
// or of his line, else of all in sight. A director reads how many, not who was where.
func (s *Service) Figures(ctx context.Context, from, until kernel.Date, of kernel.ID) (f Figures, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		f, err = s.figures(tx, from, until, of)
		return err
	})
	return f, err
}

func (s *Service) figures(tx *db.Tx, from, until kernel.Date, of kernel.ID) (f Figures, err error) {
	_, _, today, err := s.cadences(tx)
	if err != nil {
		return f, err
	}
	if from.IsZero() {
		year, _, _ := today.Parts()
		from = kernel.On(year, 1, 1)
	}
	if until.IsZero() {
		until = today
	}
	if until.Compare(from) < 0 {
		return f, kernel.Invalid("visit.bad_span").In("until")
	}
	var owners []kernel.ID
	if !of.IsZero() {
		if err := s.open(tx, of); err != nil {
			return f, err
		}
		owners = []kernel.ID{of}
	}
	f = Figures{From: from, Until: until, User: of, Scope: scope(tx.Context())}
	return f, f.fill(tx, owners)
}

// Month is what came of one person's visits in a month, for its review; the caller
// sees to it that it is his to know.
func (s *Service) Month(tx *db.Tx, from, until kernel.Date, user kernel.ID) (Figures, error) {
	f := Figures{From: from, Until: until, User: user, Scope: scope(tx.Context())}
	return f, f.fill(tx, []kernel.ID{user})
}

func (f *Figures) fill(tx *db.Tx, owners []kernel.ID) error {
	n, err := tally(tx, f.From, f.Until, owners)
	if err != nil {
		return err
	}
	aims, err := reached(tx, f.From, f.Until, owners)
	f.Planned, f.Executed, f.Cancelled, f.Waiting, f.Evaluated = n.Planned, n.Executed, n.Cancelled, n.Waiting, n.Evaluated
	f.Useful, f.Promised, f.Objectives, f.Met = n.Useful, n.Promised, aims.Objectives, aims.Met
	f.Execution = rules.Share(int(f.Executed), int(f.Planned))
	f.Attained = rules.Share(int(f.Met), int(f.Objectives))
	f.Committed = rules.Share(int(f.Promised), int(f.Executed))
	f.Rating = null.Ratio(null.Of(n.Ratings), null.Of(n.Rated))
	return err
}

const mostPast = 100 // visits of an account that are shown

// History is the visits of an account, and how often it is to be visited.
func (s *Service) History(ctx context.Context, account kernel.ID) (h History, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return h, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, account); err != nil {
			return err
		}
		rows, err := list(tx, Which{Account: account, Most: mostPast + 1})
		if err != nil {
			return err
		}
		h.Today, h.More = b.today, len(rows) > mostPast
		if h.Rows, h.People, err = s.appointments(tx, rows[:min(len(rows), mostPast)], b.today); err != nil {
			return err
		}
		if row := b.classed.Row(account); row >= 0 {
			e := &b.entries[row]
			h.Cadence, h.Last, h.Due = e.cadence, e.last(), e.due
			h.Why = b.cfg.Explain(e.standing, e.last(), e.known, b.today)
		}
		h.Next, err = s.Next(tx, account)
		return err
	})
	return h, err
}
