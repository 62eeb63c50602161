package strategy

import (
	"cmp"
	"context"
	"errors"

	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/strategy"
	"erba/feature/assessment"
	"erba/feature/competitor"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Ways is the method of strategies.
const (
	Ways    = "M64"
	writing = "strategy:write"
)

// Others are what strategies stand on.
type Others struct {
	Deals       *opportunity.Service
	Competitors *competitor.Service
	Assessments *assessment.Service
	Methods     *method.Service
}

// Service keeps with which strategies deals are fought for.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of strategies.
func NewService(d *db.DB, o Others) *Service {
	return &Service{Others: o, db: d, today: kernel.Today}
}

// gate is our score at the third gate of a deal.
func (s *Service) gate(tx *db.Tx, deal kernel.ID) (null.Number, error) {
	sheet, err := s.Assessments.Latest(identity.As(tx, "assessment:read"), deal)
	if step, ok := sheet.Outcome.Step(qualification.Win); ok && err == nil {
		return step.Score, nil
	}
	return null.None, err
}

// Card is what is advised for a deal, and what was chosen.
func (s *Service) Card(ctx context.Context, deal kernel.ID) (c Card, err error) {
	return c, s.db.Read(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, deal)
		if err != nil {
			return err
		}
		if c, err = s.card(tx, d); err != nil {
			return err
		}
		if c.Records, err = s.Records(tx); err != nil {
			return err
		}
		c.Scope = scope(ctx)
		_, err = s.Deals.Deal(identity.As(tx, writing), deal)
		c.Write = err == nil
		if missing(err) {
			return nil
		}
		return err
	})
}

func missing(err error) bool {
	f, is := errors.AsType[*kernel.Fault](err)
	return is && f.Kind == kernel.KindMissing
}

// scope says whether the viewer's figures are about everything.
func scope(ctx context.Context) string {
	if viewer, _ := identity.From(ctx); viewer.SeesAll() {
		return "all"
	}
	return "own"
}

// card is the advice for a deal that the viewer of the transaction sees.
func (s *Service) card(tx *db.Tx, d opportunity.Deal) (c Card, err error) {
	cfg, version, err := method.Setting[strategy.Config](s.Methods, tx, Ways)
	if err != nil {
		return c, err
	}
	c = Card{Deal: d.ID, AsOf: s.today(), Config: version, Live: d.Live(), Past: []Chosen{}}
	if c.Facts, err = factsOf(tx, d.ID); err != nil {
		return c, err
	}
	if err := s.compare(tx, d, &c); err != nil {
		return c, err
	}
	c.Advice, c.Why = cfg.Advise(c.Case), cfg.Explain(c.Case)
	all, err := choices(tx, d.ID)
	if len(all) > 0 {
		c.Chosen, c.Past = all[0], all[1:]
	}
	return c, err
}

// compare gathers what is known of a deal: by the third gate where both were scored
// there, else by who is strong with which product at the customer.
func (s *Service) compare(tx *db.Tx, d opportunity.Deal, c *Card) error {
	rivals, err := s.Competitors.Of(competitors(tx), d.ID)
	if err != nil {
		return err
	}
	c.Case = strategy.Case{Ratio: null.None, Gate: null.None, Incumbent: c.Facts.Incumbent, Changeable: c.Facts.changeable(s.today()),
		Divisible: c.Facts.Divisible, Part: c.Facts.ratio()}
	if c.Case.Gate, err = s.gate(tx, d.ID); err != nil {
		return err
	}
	c.Case.Ratio, c.Best = competitor.Strength(c.Case.Gate, rivals)
	c.supply(rivals)
	if c.Case.Ratio.Known() {
		c.Source = "gate"
		return nil
	}
	if d.Account.IsZero() {
		return nil
	}
	if c.Case.Ratio, err = s.Competitors.Advantage(competitors(tx), d.Account); c.Case.Ratio.Known() {
		c.Source = "grid"
	}
	if missing(err) {
		return nil // a deal may be in sight where its account is not
	}
	return err
}

// competitors is a transaction that reads who competes as whoever looks may.
func competitors(tx *db.Tx) *db.Tx { return identity.As(tx, "competitor:read") }

// supply takes from the rivals who supplies the customer now, where nobody has said
// otherwise.
func (c *Card) supply(rivals []competitor.Rival) {
	for _, r := range rivals {
		if r.Incumbent && r.Kind == competitor.Direct {
			c.Supplier = r.Name
		}
	}
	if ours, known := competitor.Supplied(rivals); known && c.Case.Incumbent == strategy.Unknown {
		if c.Case.Incumbent = strategy.No; ours {
			c.Case.Incumbent = strategy.Yes
		}
	}
}

// Records are how often each strategy has won in the deals in sight, in the order of
// the rules.
func (s *Service) Records(tx *db.Tx) ([]Record, error) {
	found, err := records(tx)
	cfg := forecast.Default()
	all := make([]Record, len(strategy.All))
	for i, way := range strategy.All {
		all[i] = Record{Strategy: way}
		for _, r := range found {
			if r.Strategy == way {
				all[i] = r
			}
		}
		all[i].Share = cfg.Share(all[i].Won, all[i].Ended)
	}
	return all, err
}

// Statistics are how often each strategy has won.
func (s *Service) Statistics(ctx context.Context) (st Statistics, err error) {
	st.Scope = scope(ctx)
	return st, s.db.Read(ctx, func(tx *db.Tx) error {
		st.Records, err = s.Records(tx)
		return err
	})
}

// Know says what is known of a deal, in place of the version that was read.
func (s *Service) Know(ctx context.Context, f Facts) (Facts, error) {
	f.tidy()
	f.ByID, f.By = author(ctx)
	f.On = s.today()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := s.Deals.Deal(tx, f.Deal); err != nil {
			return err
		}
		if err := f.Check(); err != nil {
			return err
		}
		old, err := factsOf(tx, f.Deal)
		switch {
		case err != nil:
			return err
		case old.Version != f.Version:
			return kernel.Stale("db.stale")
		}
		if f.Version == 0 {
			first := f
			first.Version = 1
			err = addFacts(tx, first)
		} else {
			err = replaceFacts(tx, f)
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "strategy.known", "opportunity", f.Deal, old, f)
	})
	f.Version++
	return f, err
}

// author is who says something.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// Choose decides with which strategy a deal is fought for, in place of the choice
// that was read: the one that is advised, or another one with a reason.
func (s *Service) Choose(ctx context.Context, c Chosen) (Chosen, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, c.Deal)
		switch {
		case err != nil:
			return err
		case !d.Live():
			return kernel.Refused("strategy.ended")
		case !strategy.Known(c.Strategy):
			return kernel.Invalid("strategy.bad_strategy").In("strategy")
		}
		card, err := s.card(tx, d)
		if err != nil {
			return err
		}
		before := card.Chosen
		if c.Number != before.Number {
			return kernel.Stale("db.stale")
		}
		if c.Advised = card.Advice.Strategy; c.Strategy != c.Advised && !said(c.Reason) {
			return kernel.Invalid("strategy.no_reason", "min", shortest, "max", longestText).In("reason")
		}
		c.ID, c.Number, c.Config, c.On = kernel.NewID(), c.Number+1, card.Config, s.today()
		c.Ratio, c.Gate = hundredths(card.Case.Ratio), whole(card.Case.Gate)
		c.ByID, c.By = author(ctx)
		if err := addChoice(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "strategy.chosen", "opportunity", c.Deal, before, c)
	})
	return c, err
}
