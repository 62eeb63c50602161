package segment

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"erba/feature/account"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service keeps segments and finds who belongs to them.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	portfolio *portfolio.Service
}

// NewService returns the segment service.
func NewService(d *db.DB, accounts *account.Service, p *portfolio.Service) *Service {
	s := &Service{db: d, accounts: accounts, portfolio: p}
	accounts.SegmentBy(s)
	return s
}

// Fields are what the viewer may build rules of.
func (s *Service) Fields(ctx context.Context) ([]Field, error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	var all []Field
	for i, f := range facts.Fields() {
		all = append(all, Field{f, f.Kind.Operators(), facts.Values(i)})
	}
	return all, nil
}

// view is a definition over what its viewer may read.
type view struct {
	*portfolio.Facts
	Definition
	Split
}

// look asks who belongs. It counts over columns in memory, so it is quick enough
// to be asked while somebody builds.
func (s *Service) look(ctx context.Context, raw []byte, asOf kernel.Date) (v view, err error) {
	if v.Facts, err = s.portfolio.Facts(ctx, asOf); err != nil {
		return v, err
	}
	return v, v.find(raw)
}

// find puts all accounts in sight where a definition puts them.
func (v *view) find(raw []byte) (err error) {
	fields := v.Fields()
	if v.Definition, err = Parse(raw, fields); err == nil {
		v.Split, err = v.Definition.Split(fields, v.Facts)
	}
	return err
}

// Try finds whom a definition would find that nobody has kept yet.
func (s *Service) Try(ctx context.Context, t Trial) (Found, error) {
	v, err := s.look(ctx, t.Definition, t.AsOf)
	if err != nil {
		return Found{}, err
	}
	return v.found(t)
}

// Behind are the accounts of a segment.
func (s *Service) Behind(ctx context.Context, id kernel.ID, t Trial) (Found, error) {
	one, err := s.Find(ctx, id)
	if err != nil {
		return Found{}, err
	}
	t.Definition = one.Definition
	return s.Try(ctx, t)
}

// Members are the accounts of a segment, for lists that are narrowed by it.
func (s *Service) Members(ctx context.Context, of account.Segment) ([]kernel.ID, error) {
	one, err := s.Find(ctx, of.ID)
	if err != nil {
		return nil, err
	}
	v, err := s.look(ctx, one.Definition, of.AsOf)
	if err != nil {
		return nil, hidden(err)
	}
	rows, err := v.Rows(of.Band)
	ids := make([]kernel.ID, len(rows))
	for i, row := range rows {
		ids[i] = v.Account(row).ID
	}
	return ids, err
}

// hidden lets a segment by something that the viewer may not read be none.
func hidden(err error) error {
	if fault, ok := err.(*kernel.Fault); ok && fault.Key == "segment.unknown_field" {
		return kernel.Missing("segment.missing")
	}
	return err
}

// gone says of a segment that it is the one that is not there, beside an account that is.
func gone(err error) error {
	if fault, ok := err.(*kernel.Fault); ok && fault.Kind == kernel.KindMissing {
		return kernel.Missing("segment.missing")
	}
	return err
}

func user(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// Find is a segment that the viewer may use.
func (s *Service) Find(ctx context.Context, id kernel.ID) (one Segment, err error) {
	viewer, _ := user(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		one, err = find(tx, viewer, id)
		return gone(err)
	})
	one.Definition = json.RawMessage(one.Saved)
	return one, err
}

// Shown is a segment that the viewer may use, with all that it asks for.
func (s *Service) Shown(ctx context.Context, id kernel.ID) (Segment, error) {
	one, err := s.Find(ctx, id)
	if err != nil {
		return one, err
	}
	fields, err := s.fields(ctx)
	if err == nil {
		_, err = Parse(one.Definition, fields)
	}
	return one, hidden(err)
}

// List are the segments that the viewer may use, with how many belong now. One
// by something that he may not read he does not see.
func (s *Service) List(ctx context.Context) (all []Listed, err error) {
	viewer, _ := user(ctx)
	var found []Segment
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err = segments(tx, viewer)
		return err
	})
	if err != nil {
		return nil, err
	}
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	for _, one := range found {
		v := view{Facts: facts}
		if v.find([]byte(one.Saved)) != nil {
			continue
		}
		one.Definition = json.RawMessage(one.Saved)
		all = append(all, Listed{Segment: one, Mine: one.Author == viewer, Count: v.count(), Bands: v.bandNames()})
	}
	return all, nil
}

// count is how many belong; of bands, how many are in one.
func (v *view) count() (n int) {
	for _, rows := range v.Split.Bands {
		n += len(rows)
	}
	return n
}

func (v *view) bandNames() []string {
	if v.Definition.Bands == nil {
		return []string{}
	}
	return v.names()
}

// found is a page of whom a view finds, the largest first.
func (v *view) found(t Trial) (Found, error) {
	rows, err := v.Rows(t.Band)
	if err != nil {
		return Found{}, err
	}
	f := Found{AsOf: v.Ask.AsOf, Currency: v.Currency, Scope: v.Scope(), Count: len(rows), Of: v.Of, Open: len(v.Open), Bands: []Band{}, Rows: []Member{}}
	for i, name := range v.bandNames() {
		f.Bands = append(f.Bands, Band{i + 1, name, len(v.Split.Bands[i])})
	}
	rows = v.Largest(rows)
	if at := slices.Index(rows, v.Row(t.After)); at >= 0 {
		rows = rows[at+1:]
	}
	more := len(rows) > t.Limit
	rows = rows[:min(len(rows), t.Limit)]
	for _, row := range rows {
		f.Rows = append(f.Rows, member(v.Facts, row))
	}
	if more && len(rows) > 0 {
		f.Next = v.Account(rows[len(rows)-1]).ID
	}
	return f, nil
}
