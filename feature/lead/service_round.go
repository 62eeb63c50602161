package lead

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/prospect"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Round is the way of a quarter (method M53); quarter 0 is the present one. The
// figures are those of today, of the leads in sight.
func (s *Service) Round(ctx context.Context, quarter int64) (r Round, err error) {
	if r.Quarter = quarter; quarter == 0 {
		r.Quarter = quarterOf(s.today())
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if r.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		written, err := steps(tx, r.Quarter)
		if err != nil {
			return err
		}
		r.Steps = inOrder(written, r.Quarter)
		wanted, err := wishes(tx, db.If(true, "w.contacted_on IS NULL AND w.ended_on IS NULL"))
		if err != nil {
			return err
		}
		r.Wishes = len(wanted)
		all, err := s.rows(tx, db.If(false, ""))
		r.tell(all)
		return err
	})
	viewer, _ := identity.From(ctx)
	r.May = viewer.May("lead:plan")
	return r, err
}

// inOrder are the seven steps, those of which nothing was written included.
func inOrder(written []Step, quarter int64) []Step {
	all := make([]Step, len(prospect.Steps))
	for i, name := range prospect.Steps {
		all[i] = Step{Quarter: quarter, Step: name}
		if at := slices.IndexFunc(written, func(s Step) bool { return s.Step == name }); at >= 0 {
			all[i] = written[at]
		}
	}
	return all
}

// tell fills in the figures of leads.
func (r *Round) tell(all []Row) {
	var hopes []prospect.Hope
	var priorities []null.Number
	var going []Row
	classes := map[string]int{}
	for _, l := range all {
		if !l.Account.IsZero() {
			r.Filed++
		}
		if !l.going() {
			continue
		}
		going, priorities = append(going, l), append(priorities, l.Priority)
		classes[l.Industry]++
		if h, ok := l.hope(); ok {
			hopes = append(hopes, h)
		} else {
			r.Unknown++
		}
	}
	for _, at := range prospect.Rank(priorities) {
		r.Ranked = append(r.Ranked, going[at])
	}
	r.Expected = prospect.Expected(hopes)
	for industry, n := range classes {
		r.Classes = append(r.Classes, Class{industry, n})
	}
	slices.SortFunc(r.Classes, func(a, b Class) int {
		return cmp.Or(cmp.Compare(b.Leads, a.Leads), cmp.Compare(a.Industry, b.Industry))
	})
}

// Walk writes what was found at a step, and whether it is done.
func (s *Service) Walk(ctx context.Context, step Step, done bool) (Step, error) {
	if err := step.check(); err != nil {
		return step, err
	}
	viewer, _ := identity.From(ctx)
	step.By = viewer.ID
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		written, err := steps(tx, step.Quarter)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(written, func(o Step) bool { return o.Step == step.Step })
		was := Step{}
		if at >= 0 {
			was = written[at]
		}
		if step.Done = was.Done; !done {
			step.Done = kernel.Date{}
		} else if step.Done.IsZero() {
			step.Done = s.today()
		}
		if at < 0 {
			step.Version = 1
			err = db.Insert(tx, "lead_rounds", step)
		} else {
			err = replaceStep(tx, step)
			step.Version++
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "lead.walked", "lead", kernel.ID{}, was, step)
	})
	return step, err
}

// Report is what each source of leads in sight has brought, and what it cost. What
// was spent is told to who sees all leads: it was spent on all of them.
func (s *Service) Report(ctx context.Context) (all []Effect, err error) {
	cfg := forecast.Default()
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if set, _, err := method.Setting[forecast.Config](s.Methods, tx, "R03"); err == nil {
			cfg = set
		}
		rows, err := s.rows(tx, db.If(false, ""))
		all = effects(rows)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range all {
		e := &all[i]
		e.Rate = cfg.Share(e.Won, e.Decided)
		if e.Spent, err = s.spent(ctx, e.Source); err != nil {
			return nil, err
		}
		if e.Spent > 0 {
			y := prospect.Yield{Leads: e.Leads, Won: e.Won, Spent: e.Spent}
			e.PerLead, e.PerWon = minor(y.PerLead()), minor(y.PerCustomer())
		}
	}
	return all, nil
}

// minor is a whole number of minor units, nil where nobody knows.
func minor(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	whole := int64(n + 0.5)
	return &whole
}

// spent is what was paid for a source.
func (s *Service) spent(ctx context.Context, source string) (sum int64, err error) {
	if viewer, _ := identity.From(ctx); !viewer.SeesAll() {
		return 0, nil
	}
	all, err := s.Accounts.Spendings(ctx, source)
	for _, one := range all {
		sum += one.Amount
	}
	return sum, err
}

// effects counts leads by their source, the most first.
func effects(rows []Row) (all []Effect) {
	for _, r := range rows {
		at := slices.IndexFunc(all, func(e Effect) bool { return e.Source == r.Source })
		if at < 0 {
			at, all = len(all), append(all, Effect{Source: r.Source})
		}
		e := &all[at]
		e.Leads++
		if r.DealState == opportunityWon {
			e.Won++
		}
		if r.DealState == opportunityWon || r.DealState == opportunityLost || r.State == prospect.Dropped {
			e.Decided++
		}
	}
	slices.SortStableFunc(all, func(a, b Effect) int { return cmp.Or(cmp.Compare(b.Leads, a.Leads), cmp.Compare(a.Source, b.Source)) })
	return all
}
