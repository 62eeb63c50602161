package segment

import (
	"context"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Take keeps who belongs to a segment on a day, of the accounts that the viewer sees.
func (s *Service) Take(ctx context.Context, id kernel.ID, asOf kernel.Date) (n Snapshot, err error) {
	one, err := s.Find(ctx, id)
	if err != nil {
		return n, err
	}
	v, err := s.look(ctx, one.Definition, asOf)
	if err != nil {
		return n, hidden(err)
	}
	n = Snapshot{ID: kernel.NewID(), Segment: id, AsOf: v.Ask.AsOf, Saved: one.Saved, Count: v.count()}
	n.Author, n.By = user(ctx)
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addSnapshot(tx, n, v.kept(n.ID)); err != nil {
			return err
		}
		return audit.Note(tx, "segment.snapped", "segment", id, map[string]any{"as_of": n.AsOf, "accounts": n.Count})
	})
}

func (v *view) kept(id kernel.ID) (all []Kept) {
	for i, rows := range v.Split.Bands {
		for _, row := range rows {
			all = append(all, Kept{id, v.Account(row).ID, i + 1})
		}
	}
	return all
}

// Snapshots are those of a segment, the latest first. One by something that the
// viewer may not read he does not see.
func (s *Service) Snapshots(ctx context.Context, id kernel.ID) (all []Snapshot, err error) {
	if _, err := s.Find(ctx, id); err != nil {
		return nil, err
	}
	fields, err := s.fields(ctx)
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := snapshots(tx, id)
		for i := 0; i < len(found) && err == nil; i++ {
			if _, hidden := Parse([]byte(found[i].Saved), fields); hidden == nil {
				found[i].Count, err = size(tx, found[i].ID)
				all = append(all, found[i])
			}
		}
		return err
	})
	return all, err
}

// Moved are who came and who went since a snapshot, up to another one, or to now.
func (s *Service) Moved(ctx context.Context, id, from, to kernel.ID) (m Movement, err error) {
	one, err := s.Find(ctx, id)
	if err != nil {
		return m, err
	}
	v, err := s.look(ctx, one.Definition, kernel.Date{})
	if err != nil {
		return m, hidden(err)
	}
	before, after := map[kernel.ID]int{}, v.now()
	m.To = v.Ask.AsOf
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if m.From, before, err = s.then(tx, &v, id, from); err == nil && !to.IsZero() {
			m.To, after, err = s.then(tx, &v, id, to)
		}
		return err
	})
	joined, left, stayed, moved := between(before, after)
	m.Stayed, m.Moved = stayed, moved
	m.Joined, m.Left = members(v.Facts, joined), members(v.Facts, left)
	return m, err
}

// now is the band of everybody who belongs.
func (v *view) now() map[kernel.ID]int {
	all := map[kernel.ID]int{}
	for _, k := range v.kept(kernel.ID{}) {
		all[k.Account] = k.Band
	}
	return all
}

// then is the band of everybody in sight who belonged when a snapshot was taken.
func (s *Service) then(tx *db.Tx, v *view, segment, id kernel.ID) (kernel.Date, map[kernel.ID]int, error) {
	n, err := snapshot(tx, segment, id)
	if err != nil {
		return n.AsOf, nil, err
	}
	if _, err := Parse([]byte(n.Saved), v.Fields()); err != nil {
		return n.AsOf, nil, hidden(err)
	}
	found, err := kept(tx, id)
	all := map[kernel.ID]int{}
	for _, k := range found {
		all[k.Account] = k.Band
	}
	return n.AsOf, all, err
}

// members are accounts as they are listed, the largest first; those that are
// accounts no more are left out.
func members(f *portfolio.Facts, ids []kernel.ID) []Member {
	all := []Member{}
	for _, row := range f.Largest(f.RowsOf(ids)) {
		all = append(all, member(f, row))
	}
	return all
}
