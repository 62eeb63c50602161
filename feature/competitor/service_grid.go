package competitor

import (
	"context"
	"errors"
	"slices"

	"erba/analysis/null"
	"erba/analysis/rivalry"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Field is the method of who is strong with which product.
const Field = "M47"

func missing(err error) bool {
	f, is := errors.AsType[*kernel.Fault](err)
	return is && f.Kind == kernel.KindMissing
}

// settings is who is strong by the setting in force.
func (s *Service) settings(tx *db.Tx) (rivalry.Grid, error) {
	cfg, _, err := method.Setting[rivalry.Grid](s.Methods, tx, Field)
	return cfg, err
}

// OfAccount is the grid of an account.
func (s *Service) OfAccount(ctx context.Context, account kernel.ID) (g Grid, err error) {
	return g, s.db.Read(ctx, func(tx *db.Tx) error {
		g, err = s.ofAccount(tx, account)
		if err != nil {
			return err
		}
		switch err = s.Accounts.Require(identity.As(tx, writing), account); {
		case err == nil:
			g.Write = true
		case missing(err):
			err = nil
		}
		return err
	})
}

// ofAccount is the grid of an account that the viewer of the transaction sees.
func (s *Service) ofAccount(tx *db.Tx, account kernel.ID) (Grid, error) {
	at, err := siteOf(tx, account)
	if err != nil {
		return Grid{}, err
	}
	cells, err := cellsOf(tx, account)
	if err != nil {
		return Grid{}, err
	}
	return s.grid(tx, OfAccount, "", at.Industry, cells)
}

// Elsewhere is the grid of a region or an industry, which belongs to no account.
func (s *Service) Elsewhere(ctx context.Context, scope, place string) (g Grid, err error) {
	return g, s.db.Read(ctx, func(tx *db.Tx) error {
		g, err = s.elsewhere(tx, scope, place)
		g.Write = may(ctx, keeping)
		return err
	})
}

func (s *Service) elsewhere(tx *db.Tx, scope, place string) (Grid, error) {
	cells, err := cellsAt(tx, scope, place)
	if err != nil {
		return Grid{}, err
	}
	industry := ""
	if scope == OfIndustry {
		industry = place
	}
	return s.grid(tx, scope, place, industry, cells)
}

// grid puts cells together.
func (s *Service) grid(tx *db.Tx, scope, place, industry string, cells []Cell) (g Grid, err error) {
	cfg, err := s.settings(tx)
	if err != nil {
		return g, err
	}
	all, err := everybody(tx)
	if err != nil {
		return g, err
	}
	g = Grid{Scope: scope, Place: place, AsOf: s.today(), Factors: cfg.Of(industry), Products: []string{}}
	g.fill(&cfg, cells, all)
	lines := map[string]bool{"": true}
	return g, s.Products.Each(tx, func(p product.Product) {
		if !lines[p.Line] {
			lines[p.Line] = true
			g.Products = append(g.Products, p.Line)
		}
	})
}

// Places are the regions and industries of which there is a grid, or of the accounts in sight.
type Places struct {
	Regions    []string `json:"regions"`
	Industries []string `json:"industries"`
	Keep       bool     `json:"keep"`
}

// Places are where grids may be.
func (s *Service) Places(ctx context.Context) (p Places, err error) {
	p.Keep = may(ctx, keeping)
	return p, s.db.Read(ctx, func(tx *db.Tx) error {
		if p.Regions, err = placesOf(tx, OfRegion); err != nil {
			return err
		}
		if p.Industries, err = placesOf(tx, OfIndustry); err != nil {
			return err
		}
		all, err := sites(tx)
		for _, at := range all {
			p.Regions, p.Industries = joined(p.Regions, at.Region), joined(p.Industries, at.Industry)
		}
		slices.Sort(p.Regions)
		slices.Sort(p.Industries)
		return err
	})
}

func joined(all []string, word string) []string {
	if word == "" || slices.Contains(all, word) {
		return all
	}
	return append(all, word)
}

// Rate says how a supplier stands with a product somewhere, in place of the version
// that was read. Without any rating what was said is taken back.
func (s *Service) Rate(ctx context.Context, c Cell) (Cell, error) {
	c.tidy(s.today())
	c.ByID, c.By = author(ctx)
	c.On = s.today()
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		g, err := s.around(tx, c)
		if err != nil {
			return err
		}
		if err := c.Check(g.Factors, s.today()); err != nil {
			return err
		}
		if !c.Competitor.IsZero() {
			if _, err := find(tx, c.Competitor); err != nil {
				return err
			}
		}
		old, err := g.at(c)
		if err != nil {
			return err
		}
		if err := s.put(tx, &c, old); err != nil {
			return err
		}
		cfg, err := s.settings(tx)
		c.read(&cfg, g.Factors, s.today())
		return errors.Join(err, c.note(tx, old))
	})
}

// around is the grid that a cell stands in.
func (s *Service) around(tx *db.Tx, c Cell) (Grid, error) {
	if c.Scope == OfAccount {
		if err := s.Accounts.Require(tx, c.Account); err != nil {
			return Grid{}, err
		}
		return s.ofAccount(tx, c.Account)
	}
	return s.elsewhere(tx, c.Scope, c.Place)
}

// at is the cell that is there already, of the version that was read.
func (g *Grid) at(c Cell) (Cell, error) {
	old := Cell{}
	for _, l := range g.Lines {
		for _, one := range l.Cells {
			if one.Product == c.Product && one.Competitor == c.Competitor {
				old = one
			}
		}
	}
	if old.Version != c.Version {
		return old, kernel.Stale("db.stale")
	}
	return old, nil
}

// put adds a cell, replaces it, or takes it back.
func (s *Service) put(tx *db.Tx, c *Cell, old Cell) error {
	switch c.ID = old.ID; {
	case len(c.Scores) == 0 && c.Version == 0:
		return kernel.Invalid("competitor.bad_rating").In("scores")
	case len(c.Scores) == 0:
		err := dropCell(tx, *c)
		c.Version = 0
		return err
	case c.Version == 0:
		c.ID, c.Version = kernel.NewID(), 1
		return addCell(tx, *c)
	}
	err := replaceCell(tx, *c)
	c.Version++
	return err
}

// note tells the audit of whose products something was said: an account's, or else
// the competitor's.
func (c Cell) note(tx *db.Tx, old Cell) error {
	if c.Scope == OfAccount {
		return audit.Changed(tx, "competitor.rated", "account", c.Account, told(old), told(c))
	}
	return audit.Changed(tx, "competitor.rated", "competitor", c.Competitor, told(old), told(c))
}

// spot is a cell as the audit notes it.
type spot struct {
	Scope      string      `json:"scope"`
	Place      string      `json:"place,omitzero"`
	Product    string      `json:"product"`
	Competitor kernel.ID   `json:"competitor,omitzero"`
	Scores     string      `json:"scores"`
	Evidence   string      `json:"evidence"`
	Expires    kernel.Date `json:"expires"`
}

func told(c Cell) any {
	if c.Version == 0 {
		return nil
	}
	return spot{c.Scope, c.Place, c.Product, c.Competitor, c.Words, c.Evidence, c.Expires}
}

// Advantage is our strength by that of the best competitor (method M47): at the
// account, or else in its region, or else in its industry.
func (s *Service) Advantage(tx *db.Tx, account kernel.ID) (null.Number, error) {
	g, err := s.ofAccount(tx, account)
	if err != nil || g.Advantage.Known() {
		return g.Advantage, err
	}
	at, err := siteOf(tx, account)
	if err != nil {
		return null.None, err
	}
	for _, one := range [][2]string{{OfRegion, at.Region}, {OfIndustry, at.Industry}} {
		if one[1] == "" {
			continue
		}
		if g, err = s.elsewhere(tx, one[0], one[1]); err != nil || g.Advantage.Known() {
			return g.Advantage, err
		}
	}
	return null.None, nil
}

// word is what a merge has to know of a cell.
type word struct {
	ID         kernel.ID `db:"id"`
	Product    string    `db:"product"`
	Competitor kernel.ID `db:"competitor_id"`
}

// rated are the cells of an account: they go with it, unless the same was rated there.
var rated = account.Kept[word]{Table: "competitor_cells", Columns: "k.id, k.product, k.competitor_id", Reason: "competitor.rated_for", Bring: bring,
	Settle: func(w word, own []word) (word, bool) {
		return w, !slices.ContainsFunc(own, func(o word) bool { return o.Product == w.Product && o.Competitor == w.Competitor })
	}}

func bring(tx *db.Tx, w word, account kernel.ID) error {
	return tx.Replace(`UPDATE competitor_cells SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, w.ID, tx.Visible("competitor_cells.account_id"))
}
