package competitor

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Front is who stands against us at an account, over all its deals.
func (s *Service) Front(ctx context.Context, account kernel.ID) (f Front, err error) {
	return f, s.db.Read(ctx, func(tx *db.Tx) error {
		if f, err = s.front(tx, account); err != nil {
			return err
		}
		switch err = s.Accounts.Require(identity.As(tx, writing), account); {
		case err == nil:
			f.Write = true
		case missing(err):
			err = nil
		}
		return err
	})
}

func (s *Service) front(tx *db.Tx, account kernel.ID) (f Front, err error) {
	f = Front{Account: account, AsOf: s.today()}
	if err := s.Accounts.Require(tx, account); err != nil {
		return f, err
	}
	all, err := facing(tx, account)
	if err != nil {
		return f, err
	}
	plain := make([]Rival, len(all))
	for i := range all {
		plain[i] = all[i].Rival
	}
	if err := s.read(tx, plain); err != nil {
		return f, err
	}
	for i := range all {
		all[i].Rival = plain[i]
	}
	f.Foes = gathered(all)
	if err := s.compared(tx, &f); err != nil {
		return f, err
	}
	said, err := clearOf(tx, account)
	for i := range said {
		said[i].Stale = said[i].Expires.Compare(s.today()) <= 0
		f.Revision = said[i].Version
		if !f.obstructed() {
			f.Clear = &said[i]
		}
	}
	f.judge()
	return f, err
}

// compared adds the competitors whose products are rated at an account without a deal.
func (s *Service) compared(tx *db.Tx, f *Front) error {
	cells, err := cellsOf(tx, f.Account)
	if err != nil {
		return err
	}
	names, err := s.Named(tx, competitorsOf(cells)...)
	for _, c := range cells {
		if c.Competitor.IsZero() || slices.ContainsFunc(f.Foes, func(o Foe) bool { return o.Competitor == c.Competitor }) {
			continue
		}
		f.Foes = append(f.Foes, Foe{Rival: Rival{Kind: Direct, Competitor: c.Competitor, Name: names[c.Competitor], Evidence: c.Evidence, By: c.By, On: c.On,
			Expires: c.Expires, Stale: c.Expires.Compare(s.today()) <= 0, Mean: null.None, Threat: null.None, Gate: null.None}})
	}
	return err
}

func competitorsOf(cells []Cell) (ids []kernel.ID) {
	for _, c := range cells {
		if !c.Competitor.IsZero() {
			ids = append(ids, c.Competitor)
		}
	}
	return ids
}

// Clear says that nobody and nothing inside an account stands against us, over the
// version that was read; who knows of an obstacle there cannot say so.
func (s *Service) Clear(ctx context.Context, c Clear) (Clear, error) {
	c.tidy(s.today())
	c.ByID, c.By = author(ctx)
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := c.Check(s.today()); err != nil {
			return err
		}
		f, err := s.front(tx, c.Account)
		switch {
		case err != nil:
			return err
		case f.obstructed():
			return kernel.Refused("competitor.obstructed")
		case f.Revision != c.Version:
			return kernel.Stale("db.stale")
		case f.Clear == nil:
			c.ID, c.Version = kernel.NewID(), 1
			err = addClear(tx, c)
		default:
			c.ID = f.Clear.ID
			err = replaceClear(tx, c)
			c.Version++
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "competitor.cleared", "account", c.Account, f.Clear.noted(), c.noted())
	})
}

// Unclear takes it back.
func (s *Service) Unclear(ctx context.Context, account kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		said, err := clearOf(tx, account)
		if err != nil {
			return err
		}
		if len(said) == 0 {
			return kernel.Missing("db.missing")
		}
		before := said[0].noted()
		said[0].Version = version
		if err := dropClear(tx, said[0]); err != nil {
			return err
		}
		return audit.Changed(tx, "competitor.cleared", "account", account, before, nil)
	})
}

// clearing is what is said of the inside as the audit notes it.
type clearing struct {
	Evidence string      `json:"evidence"`
	Expires  kernel.Date `json:"expires"`
}

func (c *Clear) noted() any {
	if c == nil {
		return nil
	}
	return clearing{c.Evidence, c.Expires}
}

// fronts is how many accounts are looked at in one statement.
const fronts = 500

// Faced says of some accounts whether it is known who competes with us there: a
// direct competitor, and who or what inside stands against us, or that nothing does
// (method M94, step 5). Of those out of sight nothing is said.
func (s *Service) Faced(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]bool, error) {
	known := map[kernel.ID]bool{}
	return known, s.db.Read(identity.Under(ctx, "competitor:read"), func(tx *db.Tx) error {
		for some := range slices.Chunk(accounts, fronts) {
			if err := s.faced(tx, some, known); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) faced(tx *db.Tx, accounts []kernel.ID, known map[kernel.ID]bool) error {
	in, err := seen(tx, accounts)
	if err != nil {
		return err
	}
	rows, err := said(tx, accounts, s.today())
	kinds := map[kernel.ID]int{}
	for _, r := range rows { // each kind once
		kinds[r.Account]++
	}
	for _, id := range in {
		known[id] = kinds[id] == 2
	}
	return err
}

// cleared is what is said of the inside of an account: it goes with it, unless
// something is said there already.
var cleared = account.Kept[kernel.ID]{Table: "competitor_clear", Columns: "k.id", Reason: "competitor.cleared_for",
	Settle: func(id kernel.ID, own []kernel.ID) (kernel.ID, bool) { return id, len(own) == 0 },
	Bring: func(tx *db.Tx, id, account kernel.ID) error {
		return tx.Replace(`UPDATE competitor_clear SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("competitor_clear.account_id"))
	}}
