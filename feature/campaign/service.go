package campaign

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"erba/analysis/campaign"
	"erba/analysis/null"
	rel "erba/analysis/relation"
	"erba/feature/application"
	"erba/feature/competitor"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/privacy"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// The methods of this feature.
const (
	Phases  = "M70"
	Tests   = "M71"
	Buying  = "M73"
	writing = "campaign:write"
)

// Others are what campaigns stand on.
type Others struct {
	Deals        *opportunity.Service
	Competitors  *competitor.Service
	Relations    *relation.Service
	Applications *application.Service
	Plans        *plan.Service
	Methods      *method.Service
}

// Service keeps how deals are worked on.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of campaigns. A deal does not end before something
// was learned of it.
func NewService(d *db.DB, p *privacy.Service, o Others) *Service {
	s := &Service{Others: o, db: d, today: kernel.Today}
	p.Keeps(keeper{s})
	o.Deals.Before(s.learned)
	o.Plans.SubjectBy(s.concerns) // a plan stands below deals
	return s
}

// concerns answers like missing where a deal is none of an account, or out of sight.
func (s *Service) concerns(tx *db.Tx, account, deal kernel.ID) error {
	d, err := s.Deals.Deal(identity.As(tx, "opportunity:read"), deal)
	if err == nil && d.Account != account {
		return kernel.Missing("db.missing")
	}
	return err
}

// learned keeps a deal from ending of which too little was learned.
func (s *Service) learned(tx *db.Tx, d opportunity.Deal, m opportunity.Move) error {
	if m.State != opportunity.Won && m.State != opportunity.Lost {
		return nil
	}
	cfg, _, err := method.Setting[campaign.Config](s.Methods, tx, Phases)
	if err != nil {
		return err
	}
	n, err := s.lessons(tx, d)
	if err == nil && n < cfg.Lessons {
		return kernel.Refused("campaign.missing_lessons").In("lesson")
	}
	return err
}

// lessons is how much was learned of a deal, with what is said where it ends.
func (s *Service) lessons(tx *db.Tx, d opportunity.Deal) (int, error) {
	all, err := lessonsOf(tx, d.ID)
	n := len(all)
	if d.Lesson != "" {
		n++
	}
	return n, err
}

// Board is everything of a deal's campaign.
func (s *Service) Board(ctx context.Context, deal kernel.ID) (b Board, err error) {
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		b, err = s.board(tx, deal)
		return err
	})
}

func (s *Service) board(tx *db.Tx, deal kernel.ID) (b Board, err error) {
	d, err := s.Deals.Deal(tx, deal)
	if err != nil {
		return b, err
	}
	if b.Sheet, err = sheetOf(tx, deal); err != nil {
		return b, err
	}
	b.AsOf, b.Live, b.Return = s.today(), d.Live(), b.Sheet.yield()
	if b.Sheet.Phase == campaign.Thinking && b.Sheet.Entered.IsZero() {
		b.Sheet.Entered = d.Opened
	}
	if !d.Live() {
		b.Sheet.Phase = campaign.Closed
	}
	for _, fill := range []func(*db.Tx, opportunity.Deal, *Board) error{s.test, s.step, s.weigh} {
		if err := fill(tx, d, &b); err != nil {
			return b, err
		}
	}
	_, err = s.Deals.Deal(identity.As(tx, writing), deal)
	if b.Write = err == nil; missing(err) {
		err = nil
	}
	return b, err
}

func missing(err error) bool {
	f, is := errors.AsType[*kernel.Fault](err)
	return is && f.Kind == kernel.KindMissing
}

// test asks whether the right people are met, the right things said and done.
func (s *Service) test(tx *db.Tx, d opportunity.Deal, b *Board) error {
	cfg, _, err := method.Setting[rel.Config](s.Methods, tx, relation.Views)
	if err != nil {
		return err
	}
	var all []relation.Stand
	if !d.Account.IsZero() {
		if all, err = s.Relations.StandingFor(tx, d.Account, d.ID); err != nil {
			return err
		}
	}
	steps, err := stepsOf(tx, d.ID)
	b.People = counts(&cfg, all, steps)
	b.Items = slices.Concat(met(&cfg, all), spoken(b.People, b.AsOf), b.Sheet.done())
	b.Marks = marked(b.Items)
	return err
}

// step says which phase is next, and what is missing for it.
func (s *Service) step(tx *db.Tx, d opportunity.Deal, b *Board) (err error) {
	cfg, _, err := method.Setting[campaign.Config](s.Methods, tx, Phases)
	if err != nil {
		return err
	}
	if b.Lessons, err = lessonsOf(tx, d.ID); err != nil {
		return err
	}
	if b.Complete = null.None; !d.Account.IsZero() {
		if b.Complete, err = s.Applications.Complete(tx, d.Account); err != nil && !missing(err) {
			return err
		}
		if err := s.acted(tx, d.ID, b); err != nil {
			return err
		}
	}
	n, err := s.lessons(tx, d)
	b.Gate = cfg.Gate
	b.Next, b.Missing = cfg.Next(b.Sheet.Phase, campaign.Course{Complete: b.Complete, Pending: b.Pending, Lessons: n})
	return err
}

// acted are the actions for a deal, and how many of them are to be done still.
func (s *Service) acted(tx *db.Tx, deal kernel.ID, b *Board) error {
	all, err := s.Plans.For(identity.As(tx, "action:read"), deal)
	for _, a := range all {
		b.Actions = append(b.Actions, Action{a.ID, a.Title, a.Owner, a.Due, a.State == plan.Done, a.Late(b.AsOf)})
		if a.State == plan.Open {
			b.Pending++
		}
	}
	return err
}

// weigh compares us with the competitors by what the customer buys by.
func (s *Service) weigh(tx *db.Tx, d opportunity.Deal, b *Board) error {
	said, err := factorsOf(tx, d.ID)
	if err != nil {
		return err
	}
	marks, err := marksOf(tx, d.ID)
	if err != nil {
		return err
	}
	if b.Competitors, err = s.competitors(tx, d.ID, marks); err != nil {
		return err
	}
	for _, key := range keys {
		f := Factor{Deal: d.ID, Key: key}
		if i := slices.IndexFunc(said, func(f Factor) bool { return f.Key == key }); i >= 0 {
			f = said[i]
		}
		f.Theirs = make([]int, len(b.Competitors))
		for _, m := range marks {
			if i := slices.IndexFunc(b.Competitors, func(c Choice) bool { return c.ID == m.Competitor }); i >= 0 && m.Factor == key {
				f.Theirs[i] = m.Mark
			}
		}
		b.Factors = append(b.Factors, f)
	}
	b.Compared = []Compared{compare("decider", b.Factors, len(b.Competitors)), compare("influencer", b.Factors, len(b.Competitors))}
	return nil
}

// competitors are those who stand against us in a deal, and who was marked before.
func (s *Service) competitors(tx *db.Tx, deal kernel.ID, marks []Mark) ([]Choice, error) {
	rivals, err := s.Competitors.Of(identity.As(tx, "competitor:read"), deal)
	if err != nil {
		return nil, err
	}
	var ids []kernel.ID
	for _, r := range rivals {
		if r.Kind == competitor.Direct {
			ids = append(ids, r.Competitor)
		}
	}
	for _, m := range marks {
		if !slices.Contains(ids, m.Competitor) {
			ids = append(ids, m.Competitor)
		}
	}
	names, err := s.Competitors.Named(tx, ids...)
	all := []Choice{}
	for _, id := range ids {
		all = append(all, Choice{id, names[id]})
	}
	return all, err
}

// author is who says something.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}
