package forecast

import (
	"context"

	rules "erba/analysis/forecast"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service forecasts.
type Service struct {
	db      *db.DB
	deals   *opportunity.Service
	goals   *goal.Service
	ledger  *ledger.Service
	methods *method.Service
	today   func() kernel.Date
}

// NewService returns the forecast service.
func NewService(d *db.DB, deals *opportunity.Service, goals *goal.Service, l *ledger.Service, methods *method.Service) *Service {
	return &Service{d, deals, goals, l, methods, kernel.Today}
}

// Method is the one whose settings forecasts follow.
const Method = "R03"

func (s *Service) settings(tx *db.Tx) (rules.Config, error) {
	cfg, _, err := method.Setting[rules.Config](s.methods, tx, Method)
	return cfg, err
}

// past reads how deals went on in the last years, and shows each to somebody else:
// they are many, and read once.
func (s *Service) past(tx *db.Tx, cfg rules.Config, show func(opportunity.Deal)) (*past, error) {
	processes, err := s.deals.Config(tx)
	if err != nil {
		return nil, err
	}
	p := &past{cfg: cfg, ladders: map[string][]string{}, reached: map[step][2]int{}, until: s.today()}
	for _, one := range processes.Processes {
		for _, stage := range one.Stages {
			p.ladders[one.Key] = append(p.ladders[one.Key], stage.Key)
		}
	}
	p.since = p.until.AddMonths(-cfg.Window)
	err = s.deals.History(tx, p.since, func(d opportunity.Deal, moves []opportunity.Move) error {
		p.take(d, moves)
		show(d)
		return nil
	})
	p.cycle = rules.CycleOf(p.courses)
	return p, err
}

// shownDeals is how many deals a board shows one by one.
const shownDeals = 200

// Board is the forecast of a period.
func (s *Service) Board(ctx context.Context, w Which) (Board, error) {
	b, err := s.whole(ctx, w)
	b.Deals = b.Deals[:min(shownDeals, len(b.Deals))]
	return b, err
}

// whole is a board with all the deals of its period.
func (s *Service) whole(ctx context.Context, w Which) (Board, error) {
	p, err := PeriodOf(w.Period, s.today())
	if err != nil {
		return Board{}, err
	}
	m := newMaker(s, w.Owner, Board{AsOf: s.today(), Period: p, Scope: scope(ctx)})
	if m.wanted, err = s.wanted(ctx, p); err != nil {
		return Board{}, err
	}
	err = s.db.Read(ctx, m.make)
	return m.Board, err
}

// scope says whether any deal is out of the viewer's sight.
func scope(ctx context.Context) string {
	if v, _ := identity.From(ctx); v.SeesAll() {
		return "all"
	}
	return "own"
}

// wanted are the goals of the year in which a period lies; none for whom they are
// not told.
func (s *Service) wanted(ctx context.Context, p Period) (goal.Goals, error) {
	if v, _ := identity.From(ctx); !v.May("goal:read") {
		return goal.Goals{}, nil
	}
	year, _, _ := p.From.Parts()
	return s.goals.List(ctx, goal.Which{Year: int64(year), Limit: 1})
}
