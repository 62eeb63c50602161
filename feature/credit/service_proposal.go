package credit

import (
	"context"

	"erba/analysis/credit"
	"erba/analysis/receivable"
	"erba/analysis/solvency"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Proposal says whether a limit can be changed on a day, and to how much.
func (s *Service) Proposal(ctx context.Context, a Asking) (p Proposal, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, a.Account); err != nil {
			return err
		}
		p, err = s.proposal(tx, a)
		return err
	})
	return p, err
}

// proposal gathers what the method asks for and says what it says. Whoever may read
// credit of an account reads what its limit comes from.
func (s *Service) proposal(tx *db.Tx, a Asking) (p Proposal, err error) {
	if a.On.IsZero() {
		a.On = s.today()
	}
	if a.Season == 0 {
		a.Season = credit.Usual
	}
	whole := identity.Whole(tx)
	cfg, err := s.config(whole)
	if err != nil {
		return p, err
	}
	standing, err := s.Debts.Standing(whole, a.Account, a.On)
	if err != nil {
		return p, err
	}
	if p, err = s.basis(whole, a, standing); err != nil {
		return p, err
	}
	if err := p.Basis.Check(); err != nil {
		return p, err
	}
	facts, err := s.facts(whole, a, &p, standing)
	if err != nil {
		return p, err
	}
	p.Strict, p.Factor, p.Times = cfg.Strict, cfg.Factors.Of(p.Basis.Grade), 1+float64(p.Basis.Days)/30
	p.Outcome = cfg.Decide(cfg.Formula(p.Basis), facts)
	p.Why = cfg.Explain(facts, p.Outcome)
	return p, s.gap(whole, a.Account, &p)
}

// basis is what the formula reckons with on a day.
func (s *Service) basis(tx *db.Tx, a Asking, standing *receivable.Standing) (p Proposal, err error) {
	p = Proposal{On: a.On, Worst: standing.Worst, Late: standing.Overdue}
	if p.Currency, err = s.Ledger.Currency(tx); err != nil {
		return p, err
	}
	sales, first, err := s.sales(tx, a, standing)
	if err != nil {
		return p, err
	}
	p.History = full(first, a.On)
	p.reckon(sales, a.Forecast)
	agreed, err := s.Terms.Of(tx, a.Account, a.On)
	if err != nil {
		return p, err
	}
	p.Basis.Days, p.Basis.Season = agreed.Days, a.Season
	p.Basis.Grade, err = s.gradeOn(tx, a.Account, a.On)
	return p, err
}

// sales are what an account bought month by month, and the day of its first
// purchase: by its order lines or, where there are none, by its invoices.
func (s *Service) sales(tx *db.Tx, a Asking, standing *receivable.Standing) (by map[kernel.Date]int64, first kernel.Date, err error) {
	by = map[kernel.Date]int64{}
	months, err := s.Ledger.MonthsOf(tx, a.Account)
	add := func(month kernel.Date, amount int64) {
		if by[month] += amount; amount > 0 && (first.IsZero() || month.Compare(first) < 0) {
			first = month
		}
	}
	for i := range months {
		add(months[i].Month.Day(1), months[i].Net())
	}
	if len(by) == 0 {
		for i := range standing.Items {
			add(standing.Items[i].On.Month(), standing.Items[i].Amount)
		}
	}
	return by, first, err
}

// gradeOn is the grade that was in force on a day; before the first one the first.
func (s *Service) gradeOn(tx *db.Tx, account kernel.ID, on kernel.Date) (g solvency.Grade, err error) {
	all, err := gradesOf(tx, account)
	for _, one := range all {
		if g = one.Grade; one.Given.Compare(on) <= 0 {
			break
		}
	}
	return g, err
}

// facts are what a change depends on.
func (s *Service) facts(tx *db.Tx, a Asking, p *Proposal, standing *receivable.Standing) (f credit.Facts, err error) {
	f = credit.Facts{On: a.On, History: p.History, Late: standing.Overdue, Grade: p.Basis.Grade, Blank: p.Basis.Grade == "" || len(p.Basis.Months) == 0}
	all, err := limitsOf(tx, a.Account)
	for _, l := range all {
		if l.Kind == Own && l.State == Granted && l.From.Compare(a.On) <= 0 {
			f.Current, f.Changed = l.Amount, l.From
		}
	}
	p.Changed = f.Changed
	return f, err
}

// gap is how the proposed limit stands to what is owed today.
func (s *Service) gap(tx *db.Tx, account kernel.ID, p *Proposal) error {
	asked, _, err := s.stand(tx, account)
	if err != nil {
		return err
	}
	p.Exposure = asked.Own.Exposure.Total()
	p.Gap.Without = p.Outcome.To - p.Exposure
	p.Gap.With = p.Gap.Without + asked.Own.Temporary
	all, err := limitsOf(tx, account)
	for _, l := range all {
		if l.Kind == Temporary && l.State == Granted && l.From.Compare(s.today()) <= 0 && l.Until.Compare(s.today()) >= 0 && l.Until.Compare(p.Gap.Until) > 0 {
			p.Gap.Until = l.Until
		}
	}
	return err
}
