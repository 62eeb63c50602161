package visit

import (
	"context"

	"erba/analysis/null"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Wish narrows the list of who is to be visited.
type Wish struct {
	Owner kernel.ID // zero: anybody's accounts in sight
	Tier  string    // "": all
	Calls bool      // those for whom a call will do
	Most  int       // of each of the two lists

	free kernel.Date // only those whom nobody visits up to this day
}

// Dues are the accounts in sight that are past due or due this week, the greatest
// stake first.
func (s *Service) Dues(ctx context.Context, w Wish) (d Dues, err error) {
	b, f, told, err := s.due(ctx, w)
	if err != nil {
		return d, err
	}
	d = Dues{Today: b.today, Sunday: rules.Sunday(b.today), LateCount: f.late.count, WeekCount: f.week.count, Kept: f.kept, Calls: f.calls}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if d.Late, err = s.dues(tx, b, f.late.rows, told); err != nil {
			return err
		}
		d.Week, err = s.dues(tx, b, f.week.rows, told)
		return err
	})
	return d, err
}

// due finds who is to be visited among the accounts in sight, and says of which of
// them the viewer may know what they bring.
func (s *Service) due(ctx context.Context, w Wish) (b *book, f found, told func(row int32) bool, err error) {
	if b, err = s.opened(ctx); err != nil {
		return b, f, told, err
	}
	viewer, _ := identity.From(ctx)
	told, err = s.told(ctx, b)
	if err != nil {
		return b, f, told, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		sees, err := s.sight(tx, b, viewer.SeesAll())
		if err != nil {
			return err
		}
		f = b.seek(asked{sees: sees, told: told, calls: w.Calls, most: max(w.Most, 1), wanted: func(row int32) bool {
			next := b.entries[row].round.Next
			return (w.Owner.IsZero() || b.classed.Owner(row) == w.Owner) && (w.Tier == "" || b.entries[row].standing.Tier == w.Tier) &&
				(w.free.IsZero() || next.IsZero() || next.Compare(w.free) > 0)
		}})
		return nil
	})
	return b, f, told, err
}

// told says of which rows a viewer may know what the account brings.
func (s *Service) told(ctx context.Context, b *book) (func(row int32) bool, error) {
	viewer, _ := identity.From(ctx)
	if !viewer.May("revenue:read") {
		return func(int32) bool { return false }, nil
	}
	mask, err := s.Portfolio.Sees(ctx, b.classed)
	return func(row int32) bool { return mask == nil || mask.Has(row) }, err
}

// dues are rows of the book as screens show them.
func (s *Service) dues(tx *db.Tx, b *book, rows []waiting, told func(row int32) bool) ([]Due, error) {
	all := make([]Due, len(rows))
	for i, w := range rows {
		all[i] = b.dueOf(w, told(w.row))
		if next := b.entries[w.row].round.NextID; !next.IsZero() {
			coming, err := s.coming(tx, next)
			if err != nil {
				return nil, err
			}
			all[i].Next = coming
		}
	}
	return all, nil
}

// coming is a visit that is planned; one that has just gone is none.
func (s *Service) coming(tx *db.Tx, id kernel.ID) (*Coming, error) {
	all, err := list(tx, Which{ID: id, Most: 1})
	if err != nil || len(all) == 0 || !all[0].Ahead() {
		return nil, err
	}
	v := all[0]
	return &Coming{v.ID, v.Day, v.Start, v.State}, nil
}

func (b *book) dueOf(w waiting, told bool) Due {
	e, a := &b.entries[w.row], b.classed.Account(w.row)
	d := Due{Account: a.ID, Code: a.Code, Name: a.Name, City: a.City, Region: a.Region, Owner: a.Owner, Tier: e.standing.Tier,
		Cadence: e.cadence, Last: e.last(), Due: w.due, Late: b.today.Days(w.due), Why: e.why(w.due, b.today)}
	if told {
		d.Stake = e.stake()
	}
	return d
}

// why are the reasons for which an account is to be visited.
func (e *entry) why(due, today kernel.Date) []Said {
	all := []Said{{"visit.why_rule", map[string]any{"class": Word{e.cadence.Rule.Key()}, "days": e.cadence.Days}}}
	if e.standing.Factor != 1 {
		all = append(all, Said{"visit.why_factor", map[string]any{"factor": e.standing.Factor, "base": e.cadence.Base}})
	}
	last := e.last()
	switch {
	case last.IsZero():
		all = append(all, Said{Key: "visit.why_never"})
	default:
		all = append(all, Said{"visit.why_last", map[string]any{"day": last, "ago": today.Days(last)}})
	}
	if late := today.Days(due); late > 0 {
		all = append(all, Said{"visit.why_late", map[string]any{"days": late}})
	}
	return all
}

// Overdue is an account that should have been visited by now.
type Overdue struct {
	Account kernel.ID
	Due     kernel.Date
	Cadence int
	Last    kernel.Date // zero: nobody has been there
	Since   kernel.Date // since when the account is known
	Owner   kernel.ID
	Amount  null.Number // at stake, minor units
}

// Overdue are the accounts that should have been visited by now, whoever sees
// them: for signals of the system. MASS accounts, which are only called, are none.
func (s *Service) Overdue(ctx context.Context) (all []Overdue, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return nil, err
	}
	b.late(func(*entry) bool { return true }, func(row int32, e *entry) {
		all = append(all, Overdue{Account: b.classed.Account(row).ID, Due: e.due, Cadence: e.cadence.Days, Last: e.last(), Since: e.known,
			Owner: b.classed.Owner(row), Amount: null.Of(max(e.sales, e.space))})
	})
	return all, nil
}

// Revision changes whenever Overdue could have another answer.
func (s *Service) Revision(ctx context.Context) (n int64, err error) {
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		now, err := stateOf(tx)
		if err != nil {
			return err
		}
		_, version, today, err := s.cadences(tx)
		if err != nil {
			return err
		}
		booked, err := s.Ledger.Revision(tx)
		for _, part := range []int64{now.Revision, now.Classes, version, int64(today.Ordinal()), booked} {
			n = n*1_000_003 + part
		}
		return err
	})
	return n, err
}

// Cadence is how often an account is visited, and by when again; 0 and no day where
// no class asks for visits.
func (s *Service) Cadence(tx *db.Tx, account kernel.ID) (days int, due kernel.Date, err error) {
	b, err := s.opened(tx.Context())
	if err != nil {
		return 0, due, err
	}
	row := b.classed.Row(account)
	if row < 0 {
		return 0, due, nil
	}
	e := b.entries[row]
	return e.cadence.Days, e.due, nil
}

// Between are the visits between two days, of somebody or of everybody in sight,
// those that were cancelled among them: for calendars. The caller sees to it that
// they are his to know.
func (s *Service) Between(tx *db.Tx, from, until kernel.Date, user kernel.ID) ([]Visit, error) {
	ask := func() ([]listed, error) { return diary(tx, user, from, until, mostKept) }
	if user.IsZero() {
		ask = func() ([]listed, error) { return list(tx, Which{From: from, Until: until, Most: mostKept}) }
	}
	rows, err := ask()
	if err != nil {
		return nil, err
	}
	all := make([]Visit, len(rows))
	for i, r := range rows {
		all[i] = r.Visit
	}
	return all, fill(tx, all)
}

const mostKept = 10_000 // visits of a calendar

// Visit is one visit with who goes, for others in their transaction.
func (s *Service) Visit(tx *db.Tx, id kernel.ID) (Visit, error) { return s.full(tx, id) }

// Next is the next visit of an account that is planned, nil without one.
func (s *Service) Next(tx *db.Tx, account kernel.ID) (*Coming, error) {
	r, err := roundOf(tx, account)
	if err != nil || r.NextID.IsZero() {
		return nil, err
	}
	return s.coming(tx, r.NextID)
}
