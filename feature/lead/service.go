package lead

import (
	"context"
	"slices"

	"erba/analysis/prospect"
	"erba/feature/account"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Others are what leads stand on.
type Others struct {
	Accounts     *account.Service
	Interactions *interaction.Service
	Ledger       *ledger.Service
	Methods      *method.Service
	Deals        *opportunity.Service
}

// Service keeps leads, wishes, and the seven steps.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of leads.
func NewService(d *db.DB, events *event.Bus, o Others) *Service {
	account.Keep(events, became("leads"))
	account.Keep(events, became("lead_wishes"))
	return &Service{o, d, kernel.Today}
}

// became are what has become an account: it goes with it.
func became(table string) account.Kept[kernel.ID] {
	return account.Kept[kernel.ID]{Table: table, Columns: "k.id", Reason: "lead.has_become", Bring: func(tx *db.Tx, id, to kernel.ID) error {
		_, err := tx.Exec(`UPDATE `+table+` SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, to, id, tx.Visible(table+".id"))
		return err
	}}
}

const (
	reading = "lead:read"
	writing = "lead:write"
)

// Find writes down a lead that somebody has found; it is his.
func (s *Service) Find(ctx context.Context, l Lead) (Row, error) {
	viewer, _ := identity.From(ctx)
	l.tidy()
	l.ID, l.State, l.Owner, l.Made, l.Moved, l.Version = kernel.NewID(), prospect.New, viewer.ID, s.today(), s.today(), 1
	if err := checked(&l); err != nil {
		return Row{}, err
	}
	return s.written(ctx, func(tx *db.Tx) (Lead, error) {
		if err := identity.Join(tx, identity.Member{Row: l.ID, User: l.Owner, Owner: true}); err != nil {
			return l, err
		}
		if err := add(tx, l); err != nil {
			return l, err
		}
		return l, audit.Changed(tx, "lead.found", "lead", l.ID, nil, l)
	})
}

// Learn writes what is known of a lead.
func (s *Service) Learn(ctx context.Context, l Lead) (Row, error) {
	l.tidy()
	if err := checked(&l); err != nil {
		return Row{}, err
	}
	return s.written(ctx, func(tx *db.Tx) (Lead, error) {
		was, err := find(tx, l.ID)
		if err != nil {
			return l, err
		}
		l.State, l.Reason, l.Wake, l.Owner, l.Account, l.Deal, l.Made, l.Moved = was.State, was.Reason, was.Wake, was.Owner, was.Account, was.Deal, was.Made, was.Moved
		if err := replace(tx, l); err != nil {
			return l, err
		}
		l.Version++
		return l, audit.Changed(tx, "lead.learnt", "lead", l.ID, was, l)
	})
}

// checked refuses what is no lead, and a source that the dictionary (M54) lacks.
func checked(l *Lead) error {
	if err := l.Check(); err != nil {
		return err
	}
	if !account.KnownSource(l.Source) {
		return kernel.Invalid("lead.bad_source").In("source")
	}
	return nil
}

// written runs a change and answers the lead as it is then.
func (s *Service) written(ctx context.Context, change func(*db.Tx) (Lead, error)) (r Row, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		l, err := change(tx)
		if err != nil {
			return err
		}
		rows, err := s.rows(tx, db.If(true, "l.id = ?", l.ID))
		if err == nil && len(rows) == 1 {
			r = rows[0]
		}
		return err
	})
	return r, err
}

// Config are the rules in force (method M53).
func (s *Service) Config(tx *db.Tx) (Config, error) {
	cfg, _, err := method.Setting[Config](s.Methods, tx, Method)
	return cfg, err
}

// rows are leads in sight, judged.
func (s *Service) rows(tx *db.Tx, which db.Cond) ([]Row, error) {
	cfg, err := s.Config(tx)
	if err != nil {
		return nil, err
	}
	all, err := list(tx, identity.As(tx, "opportunity:read"), which)
	rows := make([]Row, len(all))
	for i, l := range all {
		rows[i] = cfg.judge(l)
	}
	return rows, err
}

// judge is a lead with its score, its priority, and the reasons.
func (c Config) judge(l listed) Row {
	r := Row{Lead: l.Lead, Ours: l.Ours, DealState: l.DealState, DealName: l.DealName, Priority: c.Order.Priority(l.candidate())}
	r.Score, r.Parts = c.Points.Score(func(sign string) bool { return slices.Contains(l.Signs, sign) })
	r.Good = r.Score >= c.Points.Good
	return r
}

// List are the leads in sight, the latest first.
func (s *Service) List(ctx context.Context) (rows []Row, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err = s.rows(tx, db.If(false, ""))
		return err
	})
	return rows, err
}

// Page is a lead with its history.
func (s *Service) Page(ctx context.Context, id kernel.ID) (p Page, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := s.rows(tx, db.If(true, "l.id = ?", id))
		switch {
		case err != nil:
			return err
		case len(rows) == 0:
			return kernel.Missing("db.missing")
		}
		p.Row, p.Ways = rows[0], prospect.Ways(rows[0].State)
		_, hidden := find(identity.As(tx, writing), id)
		p.May = hidden == nil
		p.Moves, err = moves(tx, id)
		return err
	})
	return p, err
}
