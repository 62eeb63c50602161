package assessment

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/qualification"
	"erba/feature/approval"
	"erba/feature/coverage"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// judging is the method, and grants that services ask for themselves.
const (
	judging    = "M65"
	reading    = "assessment:read"
	writing    = "assessment:write"
	overriding = "assessment:override"
)

// Others are what assessments stand on.
type Others struct {
	Deals     *opportunity.Service
	Methods   *method.Service
	Approvals *approval.Service
	Ledger    *ledger.Service
	Portfolio *portfolio.Service
	Coverage  *coverage.Service
}

// Service judges deals.
type Service struct {
	Others
	db     *db.DB
	events *event.Bus
	rivals func(tx *db.Tx, deal kernel.ID) ([]Rival, error)
	fought func(tx *db.Tx) (map[kernel.ID]record, error)
	lender Lender
	today  func() kernel.Date
}

// NewService returns the service of assessments.
func NewService(d *db.DB, events *event.Bus, o Others) *Service {
	return &Service{Others: o, db: d, events: events, today: kernel.Today,
		rivals: func(*db.Tx, kernel.ID) ([]Rival, error) { return nil, nil },
		fought: func(*db.Tx) (map[kernel.ID]record, error) { return nil, nil }}
}

// At is the service on another day: for what is remembered of the past.
func (s *Service) At(day kernel.Date) *Service {
	then := *s
	then.today = func() kernel.Date { return day }
	return &then
}

func (s *Service) settings(tx *db.Tx) (qualification.Config, int64, error) {
	return method.Setting[qualification.Config](s.Methods, tx, judging)
}

// Latest is our last sheet of the four questions, or of the quick way through them;
// version 0: nobody has judged the deal.
func (s *Service) Latest(tx *db.Tx, deal kernel.ID) (Sheet, error) {
	return newest(tx, deal, kernel.ID{}, qualification.Four, qualification.Quick)
}

// Rival is the last sheet of a rival.
func (s *Service) Rival(tx *db.Tx, deal, rival kernel.ID) (Sheet, error) {
	return newest(tx, deal, rival, qualification.Four)
}

// Page is everything about the assessment of a deal by a card.
func (s *Service) Page(ctx context.Context, deal kernel.ID, card string) (p Page, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, deal)
		if err != nil {
			return err
		}
		cfg, version, err := s.settings(tx)
		if err != nil {
			return err
		}
		p.Deal, p.Name, p.Stage, p.Today, p.Config, p.Short = d.ID, d.Name, d.Stage, s.today(), version, qualification.Short()
		if card == "" {
			card = qualification.Four
			if latest, err := s.Latest(tx, deal); err == nil && latest.Version > 0 {
				card = latest.Card
			}
		}
		var known bool
		if p.Card, known = cfg.Card(card); !known {
			return kernel.Invalid("assessment.no_card", "card", card).In("card")
		}
		p.Card.Key, p.Cards = card, cards(&cfg)
		p.May, p.Ask = s.may(ctx, deal, writing) && d.Live(), s.may(ctx, deal, overriding) && d.Live()
		return s.fill(tx, &p, d, &cfg)
	})
	if err == nil {
		p.Quick, err = s.small(ctx, deal)
	}
	return p, err
}

// fill reads the sheets of a page and says what follows.
func (s *Service) fill(tx *db.Tx, p *Page, d opportunity.Deal, cfg *qualification.Config) (err error) {
	if p.Stages, err = s.stages(tx, d); err != nil {
		return err
	}
	if p.Sides, err = s.sides(tx, d.ID, p.Card.Key); err != nil {
		return err
	}
	history, err := rounds(tx, d.ID, p.Card.Key)
	if err != nil {
		return err
	}
	for _, one := range history {
		p.Rounds = append(p.Rounds, one.told())
	}
	ours := p.Sides[0]
	p.Due = d.State == opportunity.Going && (ours.Version == 0 || ours.Stage != d.Stage || ours.Process != d.Process)
	p.Follows = ours.Verdict == qualification.Follow
	p.Flips = flips(cfg, &p.Card, ours)
	if p.Card.Key == qualification.Four && ours.Version > 0 {
		e := cfg.Explain(given(ours.Answers))
		p.Why = &e
	}
	return s.excepted(tx, p, ours.Sheet)
}

// stages are the steps of a deal's process by their names.
func (s *Service) stages(tx *db.Tx, d opportunity.Deal) (all []Named, err error) {
	cfg, err := s.Deals.Config(tx)
	process, _ := cfg.Process(d.Process)
	for _, step := range process.Stages {
		all = append(all, Named{step.Key, step.Zh, step.En})
	}
	return all, err
}

// flips are the answers that would open the gate at which a sheet stops.
func flips(cfg *qualification.Config, card *qualification.Card, ours Side) []qualification.Flip {
	at := slices.IndexFunc(card.Areas, func(a qualification.Area) bool { return a.Key == ours.Outcome.At })
	if at < 0 || card.Key == qualification.Quick {
		return nil
	}
	return cfg.Flips(&card.Areas[at], given(ours.Answers))
}

func cards(cfg *qualification.Config) []Named {
	all := []Named{{Key: qualification.Four}, {Key: qualification.Quick}}
	for _, c := range cfg.Cards {
		all = append(all, Named{c.Key, c.Zh, c.En})
	}
	return all
}

// sides are the last sheets of a card: ours, and of everybody who fights for the deal.
func (s *Service) sides(tx *db.Tx, deal kernel.ID, card string) ([]Side, error) {
	found, err := latest(tx, deal, card)
	if err != nil {
		return nil, err
	}
	against, err := s.rivals(tx, deal)
	if err != nil {
		return nil, err
	}
	all := []Side{{}}
	for _, r := range against {
		all = append(all, Side{Sheet: Sheet{Rival: r.ID}, Name: r.Name})
	}
	for i := range all {
		rival := all[i].Rival
		all[i].Sheet = Sheet{Deal: deal, Rival: rival, Card: card, Outcome: nothing()}
		if at := slices.IndexFunc(found, func(f Sheet) bool { return f.Rival == rival }); at >= 0 {
			all[i].Sheet = found[at]
		}
		if all[i].Answers, err = answers(tx, all[i].ID); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// small reports whether a deal is with an account for which the quick way is meant.
func (s *Service) small(ctx context.Context, deal kernel.ID) (bool, error) {
	var d opportunity.Deal
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		d, err = s.Deals.Deal(tx, deal)
		return err
	})
	if err != nil || d.Account.IsZero() {
		return false, err
	}
	facts, err := s.Portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return false, err
	}
	row := facts.Row(d.Account)
	if row < 0 || !facts.Sees(row) {
		return false, nil
	}
	tier := facts.Word("tier", row)
	return tier == "NONNAMED" || tier == "MASS", nil
}

// may reports whether the viewer may do something with a deal.
func (s *Service) may(ctx context.Context, deal kernel.ID, grant string) bool {
	viewer, _ := identity.From(ctx)
	if !viewer.May(grant) {
		return false
	}
	return s.db.Read(identity.Under(ctx, grant), func(tx *db.Tx) error {
		_, err := s.Deals.Deal(tx, deal)
		return err
	}) == nil
}

func viewer(ctx context.Context) (kernel.ID, string) {
	v, _ := identity.From(ctx)
	return v.ID, cmp.Or(v.Name, v.Login)
}
