package development

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Report is what a look at all accounts has found.
type Report struct {
	Accounts int `json:"accounts"`
	Changed  int `json:"changed"`
	Fell     int `json:"fell"`
}

// atOnce is how many stages are written in one transaction.
const atOnce = 2000

// Settle looks at all accounts and writes down where they stand, where that has
// changed.
func (s *Service) Settle(ctx context.Context) (r Report, err error) {
	ctx = identity.With(ctx, identity.System())
	b, err := s.open(ctx)
	if err != nil {
		return r, err
	}
	if err := s.db.Snapshot(ctx, func(tx *db.Tx) error { return s.gather(tx, b, kernel.ID{}) }); err != nil {
		return r, err
	}
	var moved []Stand
	for row := range int32(b.Len()) {
		if b.Sees(row) {
			r.Accounts++
			if next, moves := b.moves(row); moves {
				moved = append(moved, next)
			}
		}
	}
	for some := range slices.Chunk(moved, atOnce) {
		if err := s.db.Write(ctx, func(tx *db.Tx) error { return s.move(tx, some) }); err != nil {
			return r, err
		}
	}
	for _, m := range moved {
		if r.Changed++; m.Stage < m.Was {
			r.Fell++
		}
	}
	return r, nil
}

// moves is where the account of a row stands now, and whether that is news. Who
// was never anywhere but on the first stage is not written down.
func (b *book) moves(row int32) (next Stand, news bool) {
	next = b.standing(row)
	old, known := b.stands[next.Account]
	next.tier = b.Word("tier", row)
	if next.ID, next.Was = kernel.NewID(), old.Stage; !known {
		return next, next.Stage > 1
	}
	return next, next.Stage != old.Stage || next.Overridden != old.Overridden
}

// move writes down where accounts stand now, and tells who has fallen back.
func (s *Service) move(tx *db.Tx, all []Stand) error {
	if len(all) == 0 {
		return nil
	}
	var stood []kernel.ID
	for _, one := range all {
		if one.Was > 0 {
			stood = append(stood, one.Account)
		}
	}
	if err := leave(tx, stood); err != nil {
		return err
	}
	if err := addStands(tx, all...); err != nil {
		return err
	}
	for _, one := range all {
		if one.Stage >= one.Was {
			continue
		}
		if err := event.Emit(s.events, tx, Regressed{one.Account, one.Was, one.Stage, one.Since, one.tier}); err != nil {
			return err
		}
	}
	return touch(tx)
}

// follow writes down where one account stands after something was said of it.
func (s *Service) follow(tx *db.Tx, b *book, account kernel.ID) error {
	tx = identity.Whole(tx)
	if err := s.gather(tx, b, account); err != nil {
		return err
	}
	row := b.Row(account)
	if row < 0 {
		return touch(tx)
	}
	if next, news := b.moves(row); news {
		return s.move(tx, []Stand{next})
	}
	return touch(tx)
}
