package upgrade

import (
	"context"
	"slices"
	"strings"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps plans.
type Service struct {
	db          *db.DB
	users       *identity.Service
	accounts    *account.Service
	portfolio   *portfolio.Service
	evaluations *evaluation.Service
	today       func() kernel.Date
}

// NewService returns the upgrade service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, accounts *account.Service, p *portfolio.Service, e *evaluation.Service) *Service {
	s := &Service{db: d, users: users, accounts: accounts, portfolio: p, evaluations: e, today: kernel.Today}
	event.On(events, s.changed)
	account.Keep(events, belongings)
	return s
}

// changed finds a plan reached when the class that it is for is in force.
func (s *Service) changed(tx *db.Tx, e evaluation.Changed) error {
	if e.Model != evaluation.Grade {
		return nil
	}
	all := identity.Whole(tx)
	own, err := plans(all, e.Account)
	if at := openOf(own); err == nil && at >= 0 && own[at].Reaches(e.Class) {
		p := own[at]
		p.State, p.Ended = Reached, s.today()
		if err = replace(all, p); err == nil {
			err = audit.Note(tx, "upgrade.reached", "account", e.Account, p)
		}
	}
	return err
}

// openOf is where the open one of some plans is, or −1.
func openOf(all []Plan) int {
	return slices.IndexFunc(all, func(p Plan) bool { return p.State == Open })
}

// Sheet is what there is to say about an account's way up.
type Sheet struct {
	Today kernel.Date      `json:"today"`
	Me    kernel.ID        `json:"me"     doc:"The viewer"`
	Class string           `json:"class"  enum:",P,D,C,B,A" doc:"In force, P for who has never bought; empty: too little is known"`
	Next  string           `json:"next"   enum:",D,C,B,A" doc:"Empty: there is none above, or too little is known"`
	Climb *portfolio.Climb `json:"climb"  doc:"What it lacks; null: nothing is told"`
	Plan  *Plan            `json:"plan"   doc:"The open one"`
	Past  []Plan           `json:"past"   doc:"The latest first"`
	May   bool             `json:"may"    doc:"The viewer may plan"`
}

// Sheet returns the plans of an account, and what it lacks.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	sheet = Sheet{Today: s.today(), Me: user(ctx), Past: []Plan{}}
	if sheet.Climb, err = s.portfolio.Climbing(ctx, account); err != nil {
		return sheet, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if sheet.Class, err = s.class(tx, account, sheet.Climb); err != nil {
			return err
		}
		sheet.Next = Above(sheet.Class)
		sheet.May = s.accounts.Require(identity.As(tx, "upgrade:write"), account) == nil
		own, err := s.whole(tx, account)
		for _, p := range own {
			if p.State == Open {
				sheet.Plan = &p
			} else {
				sheet.Past = append(sheet.Past, p)
			}
		}
		return err
	})
	return sheet, err
}

// class is what an account stands in: the class in force, or P as long as it has
// never bought.
func (s *Service) class(tx *db.Tx, account kernel.ID, c *portfolio.Climb) (string, error) {
	class, err := s.evaluations.InForceOf(tx, account, evaluation.Grade)
	if err == nil && class == "" && c != nil && c.Class == "P" {
		class = "P"
	}
	return class, err
}

// whole are the plans of an account with their steps.
func (s *Service) whole(tx *db.Tx, account kernel.ID) ([]Plan, error) {
	own, err := plans(tx, account)
	if err != nil {
		return nil, err
	}
	return own, walk(tx, own)
}

// walk fills in the steps of plans.
func walk(tx *db.Tx, all []Plan) error {
	ids := make([]kernel.ID, len(all))
	for i := range all {
		ids[i], all[i].Steps = all[i].ID, []Step{}
	}
	found, err := steps(tx, ids)
	for _, one := range found {
		at := slices.Index(ids, one.Plan)
		all[at].Steps = append(all[at].Steps, one)
	}
	return err
}

// Plan begins a plan for the next class of an account.
func (s *Service) Plan(ctx context.Context, p Plan) (Plan, error) {
	if err := s.sees(ctx, p.Owner); err != nil {
		return p, err
	}
	climb, err := s.portfolio.Climbing(ctx, p.Account)
	if err != nil {
		return p, err
	}
	p.ID, p.State, p.By, p.Started, p.Version = kernel.NewID(), Open, user(ctx), s.today(), 1
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, p.Account); err != nil {
			return err
		}
		if p.Was, err = s.class(tx, p.Account, climb); err != nil {
			return err
		}
		own, err := plans(tx, p.Account)
		if err != nil {
			return err
		}
		switch p.Becomes = Above(p.Was); {
		case openOf(own) >= 0:
			return kernel.Refused("upgrade.planned")
		case p.Was == "":
			return kernel.Refused("upgrade.no_class")
		case p.Becomes == "":
			return kernel.Refused("upgrade.highest")
		}
		if err := p.Check(); err != nil {
			return err
		}
		if err := add(tx, p); err != nil {
			return err
		}
		return audit.Note(tx, "upgrade.planned", "account", p.Account, p)
	})
	return p, err
}

// sees refuses to leave a plan to somebody who is not there any more.
func (s *Service) sees(ctx context.Context, owner kernel.ID) error {
	if owner.IsZero() {
		return kernel.Invalid("upgrade.no_owner")
	}
	u, err := s.users.User(ctx, owner)
	if err == nil && !u.Active {
		err = kernel.Invalid("upgrade.bad_owner")
	}
	return err
}

// Change writes over the owner, the day and the steps of an open plan.
func (s *Service) Change(ctx context.Context, next Plan) (Plan, error) {
	if err := s.sees(ctx, next.Owner); err != nil {
		return next, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := find(tx, next.ID)
		if err != nil {
			return err
		}
		if p.State != Open {
			return kernel.Refused("upgrade.ended")
		}
		read := []Plan{p}
		if err := walk(tx, read); err != nil {
			return err
		}
		before := read[0]
		p.Owner, p.Due, p.Steps, p.Version = next.Owner, next.Due, next.Steps, next.Version
		if err := p.Check(); err != nil {
			return err
		}
		if err := replace(tx, p); err != nil {
			return err
		}
		if err := dropSteps(tx, p.ID); err != nil {
			return err
		}
		if err := addSteps(tx, p); err != nil {
			return err
		}
		p.Version++
		next = p
		return audit.Changed(tx, "upgrade.changed", "account", p.Account, before, p)
	})
	return next, err
}

// Drop gives a plan up.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64, reason string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := find(tx, id)
		if err != nil {
			return err
		}
		if reason = strings.TrimSpace(reason); len([]rune(reason)) < shortest {
			return kernel.Invalid("upgrade.no_reason")
		}
		if p.State != Open {
			return kernel.Refused("upgrade.ended")
		}
		p.State, p.Note, p.Ended, p.Version = Dropped, reason, s.today(), version
		if err := replace(tx, p); err != nil {
			return err
		}
		return audit.Note(tx, "upgrade.dropped", "account", p.Account, p)
	})
}

// List is a page of plans.
func (s *Service) List(ctx context.Context, w Which) (found Plans, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := list(tx, w)
		if err != nil {
			return err
		}
		all := make([]Plan, len(rows))
		for i, r := range rows {
			all[i] = r.Plan
		}
		if err := walk(tx, all); err != nil {
			return err
		}
		found.Rows = make([]Listed, len(rows))
		for i, r := range rows {
			found.Rows[i] = listed(all[i], r.Code, r.Name, s.today())
		}
		if n := len(rows); n == w.Limit {
			found.Next = rows[n-1].ID
		}
		n, err := tally(tx, s.today())
		found.Open, found.Late = n.Open, n.Late
		return err
	})
	return found, err
}

func listed(p Plan, code, name string, today kernel.Date) Listed {
	l := Listed{Plan: p, Code: code, Name: name, Of: len(p.Steps), Late: p.late(today)}
	for _, s := range p.Steps {
		if !s.Done.IsZero() {
			l.Done++
		}
	}
	return l
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}
