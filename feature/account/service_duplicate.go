package account

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Pairs is a piece of the inbox; Next is empty on the last one.
type Pairs struct {
	Rows []Duplicate `json:"rows"`
	Next kernel.ID   `json:"next,omitzero"`
}

// Inbox returns pairs of accounts that may be one company.
func (s *Service) Inbox(ctx context.Context, state string, after kernel.ID, limit int) (page Pairs, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if page.Rows, err = inbox(tx, state, after, limit); err != nil {
			return err
		}
		for i := range page.Rows {
			d := &page.Rows[i]
			if d.Accounts, err = both(tx, *d); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return page, err
	}
	if n := len(page.Rows); n > 0 && n == limit {
		page.Next = page.Rows[n-1].ID
	}
	for i := range page.Rows {
		if err := s.judge(ctx, page.Rows[i].Accounts); err != nil {
			return page, err
		}
	}
	return page, nil
}

// Undecided is how many pairs of accounts nobody has decided about.
func (s *Service) Undecided(ctx context.Context) (n int, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := inbox(tx, undecided, kernel.ID{}, everything)
		n = len(all)
		return err
	})
	return n, err
}

// everything is more pairs than there are.
const everything = 1 << 30

// KeepApart says that a pair are two companies.
func (s *Service) KeepApart(ctx context.Context, id kernel.ID) (d Duplicate, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if d, err = findPair(tx, id); err != nil {
			return err
		}
		if d.State == merged {
			return kernel.Refused("account.pair_merged")
		}
		d.State, d.Actor, d.DecidedAt = apart, viewer.Login, new(time.Now().UnixMicro())
		if err := decide(tx, d); err != nil {
			return err
		}
		return audit.Note(tx, "account.kept_apart", "account", d.One, map[string]kernel.ID{"other": d.Other})
	})
	return d, err
}

// Compared is what looking for duplicates found.
type Compared struct {
	Accounts int `json:"accounts"`
	Found    int `json:"found"` // new pairs
	Gone     int `json:"gone"`  // open pairs that are no longer alike
}

// Pair looks for duplicates among the accounts in sight. What somebody has
// decided stays decided.
func (s *Service) Pair(ctx context.Context) (c Compared, err error) {
	var all []twin
	var known []Duplicate
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if all, err = twins(tx); err == nil {
			known, err = pairsOf(tx)
		}
		return err
	})
	if err != nil {
		return c, err
	}
	added, gone := sifted(duplicates(all), known)
	c = Compared{len(all), len(added), len(gone)}
	return c, s.keepPairs(ctx, added, gone, c)
}

// sifted are the pairs to add, and the open ones to forget.
func sifted(found, known []Duplicate) (added []Duplicate, gone []kernel.ID) {
	type couple struct{ one, other kernel.ID }
	old, now := map[couple]bool{}, map[couple]bool{}
	for _, d := range known {
		old[couple{d.One, d.Other}] = true
	}
	for _, d := range found {
		now[couple{d.One, d.Other}] = true
		if !old[couple{d.One, d.Other}] {
			d.ID = kernel.NewID()
			added = append(added, d)
		}
	}
	for _, d := range known {
		if d.State == undecided && !now[couple{d.One, d.Other}] {
			gone = append(gone, d.ID)
		}
	}
	return added, gone
}

// keepPairs writes in small transactions, so that others can write between.
func (s *Service) keepPairs(ctx context.Context, added []Duplicate, gone []kernel.ID, c Compared) error {
	const portion = 2000
	for part := range slices.Chunk(added, portion) {
		if err := s.db.Write(ctx, func(tx *db.Tx) error { return addPairs(tx, part) }); err != nil {
			return err
		}
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := dropPairs(tx, gone); err != nil {
			return err
		}
		return audit.Note(tx, "account.compared", "account", kernel.ID{}, c)
	})
}
