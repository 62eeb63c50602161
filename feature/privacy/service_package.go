package privacy

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Package is everything that is kept of the person whom a request is about, to
// be handed to him.
func (s *Service) Package(ctx context.Context, id kernel.ID) (r Request, all []Section, err error) {
	return r, all, s.db.Write(ctx, func(tx *db.Tx) error {
		if r, err = s.request(tx, id); err != nil {
			return err
		}
		if all, err = s.held(whole(tx), r); err != nil {
			return err
		}
		return audit.Seen(tx, "privacy.packed", "privacy_request", id, map[string]any{"records": r.Records})
	})
}

// Weigh says how much that is and where, and shows nothing of it.
func (s *Service) Weigh(ctx context.Context, id kernel.ID) (all []Weight, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r, err := s.request(tx, id)
		if err != nil {
			return err
		}
		held, err := s.held(whole(tx), r)
		for _, section := range held {
			all = append(all, Weight{section.Key, section.Table, len(section.Rows)})
		}
		return err
	})
	return all, err
}

// held asks every keeper, then looks for mentions where none answers.
func (s *Service) held(tx *db.Tx, r Request) (all []Section, err error) {
	if len(r.Records) == 0 {
		return nil, kernel.Refused("privacy.nobody")
	}
	p, err := s.person(tx, r)
	if err != nil {
		return nil, err
	}
	for _, k := range s.keepers {
		some, err := k.Held(tx, p)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	more, err := s.mentions(tx, p, all)
	return slices.DeleteFunc(append(all, more...), func(one Section) bool { return len(one.Rows) == 0 }), err
}

// mostMentions is how many texts of one column are told.
const mostMentions = 1000

// mentions are texts anywhere in the database in which he is named: no keeper
// knows that they are about him, so somebody must read them.
func (s *Service) mentions(tx *db.Tx, p Person, told []Section) (all []Section, err error) {
	var searched []string
	for _, k := range s.keepers {
		searched = append(searched, k.Tables()...)
	}
	tables, err := tx.Tables()
	if err != nil {
		return nil, err
	}
	for _, table := range tables {
		if slices.Contains(searched, table) {
			continue
		}
		found, err := tx.Mentions(table, p.Terms(), mostMentions)
		if err != nil {
			return nil, err
		}
		section := Section{Key: "privacy.held_mentions", Table: table}
		for _, m := range found {
			if isTold(told, m.Row) || s.isUntold(table, m.Column) {
				continue
			}
			row := Row{}
			row.Add(m.Column, excerpt(m.Text, p.Terms()))
			section.Rows = append(section.Rows, row)
		}
		all = append(all, section)
	}
	return all, nil
}

// isUntold reports whether a keeper speaks of a column itself, or is silent.
func (s *Service) isUntold(table, column string) bool {
	return slices.ContainsFunc(s.keepers, func(k Keeper) bool {
		d, is := k.(Discreet)
		return is && slices.Contains(d.Untold()[table], column)
	})
}

func isTold(sections []Section, id kernel.ID) bool {
	return !id.IsZero() && slices.ContainsFunc(sections, func(s Section) bool { return slices.Contains(s.Told, id) })
}

// Correct writes a field of one of the records of whoever a request is from.
func (s *Service) Correct(ctx context.Context, id kernel.ID, version int64, record Record, field, value string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := s.open(tx, id, version)
		if err != nil {
			return err
		}
		if !slices.Contains(r.Records, record) {
			return kernel.Missing("db.missing")
		}
		for _, k := range s.knowers() {
			if k.Kind() == record.Of {
				return k.Correct(whole(tx), record.ID, field, value)
			}
		}
		return kernel.Missing("db.missing")
	})
}

// Withdraw ends, at once and for everybody, what rests on his consent alone.
func (s *Service) Withdraw(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := s.open(tx, id, version)
		if err != nil {
			return err
		}
		p, err := s.person(whole(tx), r)
		if err != nil {
			return err
		}
		for _, k := range s.knowers() {
			if err := k.Withdraw(whole(tx), p); err != nil {
				return err
			}
		}
		return audit.Note(tx, "privacy.withdrawn", "privacy_request", id, map[string]any{"records": r.Records})
	})
}
