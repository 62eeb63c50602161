package store

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/display"
	"erba/feature/account"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps looks at shops.
type Service struct {
	db       *db.DB
	accounts *account.Service
	methods  *method.Service
	today    func() kernel.Date
}

// NewService returns the service of shops.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, methods *method.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, methods, kernel.Today}
}

// belongings are the checks of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "store_checks", Columns: "k.id", Reason: "store.checked", Bring: bring}

// bring puts a check to another account; one that was dropped meanwhile is gone.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE store_checks SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("store_checks.account_id"))
	return err
}

// Tools are what is asked for at present.
func (s *Service) Tools(ctx context.Context) (t Tools, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, version, err := method.Setting[display.Config](s.methods, tx, "M50")
		t.Least, t.Version = c.Least, version
		for i, stage := range display.Stages {
			t.Stages = append(t.Stages, StageTools{stage, append([]string{}, c.Tools(i)...)})
		}
		return err
	})
	return t, err
}

// Checks are those of an account, the latest first, with the names of its shops.
type Checks struct {
	Rows  []Sheet   `json:"rows"`
	Shops []string  `json:"shops" doc:"That were looked at, the latest first"`
	May   bool      `json:"may"   doc:"The viewer may add to them"`
	Next  kernel.ID `json:"next,omitzero"`
}

// Of is a page of the checks of an account.
func (s *Service) Of(ctx context.Context, account, after kernel.ID, limit int) (found Checks, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		found.May = s.accounts.Require(identity.As(tx, "store:write"), account) == nil
		rows, err := checksOf(tx, account, after, limit+1)
		if err != nil {
			return err
		}
		if len(rows) > limit {
			rows, found.Next = rows[:limit], rows[limit-1].ID
		}
		if found.Shops, err = shops(tx, account); err != nil {
			return err
		}
		found.Rows, err = s.sheets(tx, rows)
		return err
	})
	return found, err
}

// Find is one check.
func (s *Service) Find(ctx context.Context, id kernel.ID) (sheet Sheet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		sheet, err = s.sheet(tx, id)
		return err
	})
	return sheet, err
}

func (s *Service) sheet(tx *db.Tx, id kernel.ID) (Sheet, error) {
	c, err := find(tx, id)
	if err != nil {
		return Sheet{}, err
	}
	all, err := s.sheets(tx, []Check{c})
	if err != nil {
		return Sheet{}, err
	}
	return all[0], nil
}

// sheets are checks with their answers, scores and photos.
func (s *Service) sheets(tx *db.Tx, checks []Check) ([]Sheet, error) {
	c, _, err := method.Setting[display.Config](s.methods, tx, "M50")
	if err != nil {
		return nil, err
	}
	ids := make([]kernel.ID, len(checks))
	for i, one := range checks {
		ids[i] = one.ID
	}
	given, err := answers(tx, ids)
	if err != nil {
		return nil, err
	}
	pictures, err := photosOf(tx, ids)
	all := []Sheet{}
	for _, check := range checks {
		sheet := Sheet{Check: check, Answers: []Answer{}, Photos: []Photo{}}
		for _, a := range given {
			if a.Check == check.ID {
				sheet.Answers = append(sheet.Answers, a)
			}
		}
		for _, p := range pictures {
			if p.Check == check.ID {
				sheet.Photos = append(sheet.Photos, p)
			}
		}
		then, seen := recalled(c.Least, sheet.Answers)
		sheet.Score, sheet.Why = then.Score(seen), then.Explain(seen)
		all = append(all, sheet)
	}
	return all, err
}

// Enter notes a look at a shop, or with an ID in place of the version that was read.
func (s *Service) Enter(ctx context.Context, c Check, given []Answer) (sheet Sheet, err error) {
	c.tidy()
	if err := c.Check(s.today()); err != nil {
		return sheet, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		before, err := s.before(tx, &c)
		if err != nil {
			return err
		}
		config, version, err := method.Setting[display.Config](s.methods, tx, "M50")
		if err != nil {
			return err
		}
		all, seen := asked(&config, c.ID, given)
		c.Config = version
		c = c.scored(config.Score(seen))
		if before == nil {
			err = add(tx, c, all)
		} else {
			err = replace(tx, c, all)
		}
		if err != nil {
			return err
		}
		if err := audit.Changed(tx, "store.entered", "account", c.Account, before, c); err != nil {
			return err
		}
		sheet, err = s.sheet(tx, c.ID)
		return err
	})
	return sheet, err
}

// before is the check that another one replaces, nil for a new one, which gets its author.
func (s *Service) before(tx *db.Tx, c *Check) (any, error) {
	viewer, _ := identity.From(tx.Context())
	if c.ID.IsZero() {
		c.ID, c.Version, c.ByID, c.By = kernel.NewID(), 1, viewer.ID, cmp.Or(viewer.Name, viewer.Login)
		return nil, s.accounts.Require(tx, c.Account)
	}
	old, err := find(tx, c.ID)
	c.Account, c.ByID, c.By = old.Account, old.ByID, old.By
	return old, err
}

// Drop forgets a check with its photos.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		before := c
		c.Version = version
		if err := drop(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "store.dropped", "account", c.Account, before, nil)
	})
}

// Ranking is how the shops in sight do, by their last checks, the weakest first.
type Ranking struct {
	Rows  []Ranked `json:"rows"`
	Stage []Part   `json:"stages" doc:"How many of them lose shoppers where"`
}

// Part is how many shops have their bottleneck at a stage.
type Part struct {
	Stage string `json:"stage" doc:"Empty: none is weak"`
	Count int    `json:"count"`
}

// mostShops is how many a ranking shows.
const mostShops = 1_000

// Rank is the ranking.
func (s *Service) Rank(ctx context.Context) (r Ranking, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r.Rows, err = latest(tx, mostShops)
		return err
	})
	counts := map[string]int{}
	for _, row := range r.Rows {
		counts[row.Bottleneck]++
	}
	for _, stage := range append(slices.Clone(display.Stages[:]), "") {
		r.Stage = append(r.Stage, Part{stage, counts[stage]})
	}
	return r, err
}
