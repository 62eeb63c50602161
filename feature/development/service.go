package development

import (
	"cmp"
	"context"
	"sync/atomic"

	"erba/analysis/involvement"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Others are whom development asks.
type Others struct {
	Users     *identity.Service
	Accounts  *account.Service
	Portfolio *portfolio.Service
	Goals     *goal.Service
	Methods   *method.Service
	Contacts  *interaction.Service
	People    *contact.Service
	Notices   *notice.Service
}

// Service keeps how far relationships have come.
type Service struct {
	db        *db.DB
	events    *event.Bus
	jobs      *job.Queue
	users     *identity.Service
	accounts  *account.Service
	portfolio *portfolio.Service
	goals     *goal.Service
	methods   *method.Service
	contacts  *interaction.Service
	people    *contact.Service
	notices   *notice.Service
	today     func() kernel.Date
	board     atomic.Pointer[board]
}

// NewService returns the service of development.
func NewService(d *db.DB, events *event.Bus, jobs *job.Queue, o Others) *Service {
	s := &Service{db: d, events: events, jobs: jobs, users: o.Users, accounts: o.Accounts, portfolio: o.Portfolio, goals: o.Goals, methods: o.Methods,
		contacts: o.Contacts, people: o.People, notices: o.Notices, today: kernel.Today}
	account.Keep(events, judgements)
	account.Keep(events, joint)
	account.Keep(events, broken)
	event.On(events, s.published)
	event.On(events, s.regressed)
	s.notices.Kind(notice.Kind{Key: fell, Name: "development.notices", Mail: true, Grant: "development:read"})
	return s
}

// Stage is where an account stands since the last change, and whether the
// relationship is interrupted.
func (s *Service) Stage(tx *db.Tx, account kernel.ID) (stage int, interrupted bool, err error) {
	stage = 1
	if err := stands(tx, account, func(now Stand) { stage = now.Stage }); err != nil {
		return 0, false, err
	}
	open, err := breaks(tx, account)
	return stage, len(open) > 0, err
}

// Interrupt notes that the relationship with an account is interrupted, or no more.
func (s *Service) Interrupt(tx *db.Tx, account kernel.ID, open bool) error {
	if err := s.accounts.Require(tx, account); err != nil {
		return err
	}
	now, err := breaks(tx, account)
	if err != nil || (len(now) > 0) == open {
		return err
	}
	verb := "development.resumed"
	if open {
		verb, err = "development.interrupted", addBreak(tx, gap{kernel.NewID(), account, s.today()})
	} else {
		err = endBreak(tx, account)
	}
	if err != nil {
		return err
	}
	if err := touch(tx); err != nil {
		return err
	}
	return audit.Note(tx, verb, "account", account, nil)
}

// Stay is a cell of product and involvement (method M09), and when it became that one
// after another. The first rating moves nobody: Since is zero.
type Stay struct {
	Cell  int
	Since kernel.Date
}

// Cells are those of all accounts in sight that somebody has rated.
func (s *Service) Cells(tx *db.Tx) (map[kernel.ID]Stay, error) {
	found := map[kernel.ID]Stay{}
	cfg, _, err := method.Setting[involvement.Config](s.methods, tx, "M09")
	if err != nil {
		return nil, err
	}
	all, err := past(tx, kernel.ID{}, Involvement)
	for i := range all {
		if err := all[i].read(s.today()); err != nil {
			return nil, err
		}
		one, now := found[all[i].Account], cfg.Judge(all[i].numbers()).Cell
		if one.Cell > 0 && now != one.Cell {
			one.Since = all[i].On
		}
		one.Cell = now
		found[all[i].Account] = one
	}
	return found, err
}

// author is who says something.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}
