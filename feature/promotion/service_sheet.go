package promotion

import (
	"context"

	"erba/analysis/fee"
	"erba/analysis/null"
	"erba/analysis/promotion"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Find is a promotion with what it brought.
func (s *Service) Find(ctx context.Context, id kernel.ID) (f Sheet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if f.Row, err = row(tx, id); err != nil {
			return err
		}
		c, err := s.config(tx)
		if err != nil {
			return err
		}
		f.Methods = c.Methods
		if f.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		if err := s.evaluate(tx, c, &f); err != nil {
			return err
		}
		f.May = f.State == Planned && s.accounts.Require(identity.As(tx, "promotion:write"), f.Account) == nil
		return s.earned(tx, &f)
	})
	return f, err
}

// evaluate fills in the weeks, what they say, and what stood in the way.
func (s *Service) evaluate(tx *db.Tx, c promotion.Config, f *Sheet) error {
	busy, others, err := s.busy(tx, c, f.Promotion)
	if err != nil {
		return err
	}
	f.Others, f.Collides = []Row{}, []kernel.ID{}
	for _, o := range others {
		if f.State != Cancelled && o.window().Conflicts(f.window()) {
			f.Others, f.Collides = append(f.Others, o), append(f.Collides, o.ID)
		}
	}
	last, err := s.ledger.LastDay(tx)
	if err != nil {
		return err
	}
	before, after := c.Comparable(f.From, busy), c.Following(f.Until, last, busy)
	days, err := s.ledger.Days(tx, []kernel.ID{f.Account}, f.Products, f.From.Add(-7*c.Reach), f.Until.Add(7*c.After))
	if err != nil {
		return err
	}
	f.Before, f.After, f.During = weeks(days, before), weeks(days, after), weeks(days, cut(f.From, f.Until, last))
	f.Outcome = c.Evaluate(told(f.Before, f.During, f.After))
	return nil
}

// busy reports on which days another promotion of the same customer and product ran.
func (s *Service) busy(tx *db.Tx, c promotion.Config, p Promotion) (func(from, until kernel.Date) bool, []Row, error) {
	all, err := running(tx, p.Account, p.From.Add(-7*c.Reach), p.Until.Add(7*c.After), mostRows)
	if err != nil {
		return nil, nil, err
	}
	var others []Row
	for _, o := range all {
		whole := o.window()
		whole.From, whole.Until = p.From, p.Until // the same customer and product, whenever
		if o.ID != p.ID && o.State != Cancelled && whole.Conflicts(p.window()) {
			others = append(others, o)
		}
	}
	return func(from, until kernel.Date) bool {
		for _, o := range others {
			if o.window().Overlaps(from, until) {
				return true
			}
		}
		return false
	}, others, nil
}

// earned fills in what it costs, and what is left of what it brought.
func (s *Service) earned(tx *db.Tx, f *Sheet) error {
	share, known, err := s.fees.Share(identity.Whole(tx), f.Account)
	if err != nil {
		return err
	}
	if f.Granted, f.Paid, err = s.fees.For(tx, f.ID); err != nil || !known {
		return err
	}
	f.Plan = new(fee.Activity{Baseline: f.Baseline, With: f.Expected, Margin: share, Fee: f.Amount}.Gain())
	fees := f.Paid
	if fees == 0 {
		fees = f.Granted
	}
	if f.Outcome.Extra.Known() {
		f.Return = new(fee.Activity{With: int64(f.Outcome.Extra), Margin: share, Fee: fees}.Gain())
	}
	if f.Outcome.Kept.Known() {
		f.Kept = new(fee.Activity{With: int64(f.Outcome.Kept), Margin: share, Fee: fees}.Gain())
	}
	return nil
}

// Foresee is what a plan would meet with.
func (s *Service) Foresee(ctx context.Context, p Promotion) (f Foreseen, err error) {
	_ = p.tidy() // a budget that is not finished counts as none
	f.Amount, f.Baseline, f.Collides = p.Amount, null.None, []Row{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, p.Account); err != nil {
			return err
		}
		if p.From.IsZero() || p.Until.Compare(p.From) < 0 || p.Until.Days(p.From) > longest {
			return nil
		}
		c, err := s.config(tx)
		if err != nil {
			return err
		}
		sheet := Sheet{Row: Row{Promotion: p}}
		if err := s.evaluate(tx, c, &sheet); err != nil {
			return err
		}
		f.Collides = sheet.Others
		f.Baseline = null.None
		if len(sheet.Before) >= c.Least {
			var sum int64
			for _, w := range sheet.Before {
				sum += w.Sales
			}
			f.Baseline = null.Number(float64(sum) / float64(len(sheet.Before)) * float64(p.Until.Days(p.From)+1) / 7)
		}
		return nil
	})
	return f, err
}

// cut are the weeks of some days as far as sales are known; the last may be shorter.
func cut(from, until, last kernel.Date) (all []promotion.Span) {
	if last.Compare(until) < 0 {
		until = last
	}
	for ; from.Compare(until) <= 0; from = from.Add(7) {
		end := from.Add(6)
		if end.Compare(until) > 0 {
			end = until
		}
		all = append(all, promotion.Span{From: from, Until: end})
	}
	return all
}

func weeks(days []ledger.Day, spans []promotion.Span) []Week {
	all := make([]Week, len(spans))
	for i, s := range spans {
		all[i] = Week{From: s.From, Until: s.Until}
		for _, d := range days {
			if d.On.Compare(s.From) >= 0 && d.On.Compare(s.Until) <= 0 {
				all[i].Sales += d.Sales
			}
		}
	}
	return all
}

// told are the weeks as the method wants them.
func told(before, during, after []Week) (w promotion.Weeks) {
	for _, b := range before {
		w.Before = append(w.Before, b.Sales)
	}
	for _, d := range during {
		w.During += d.Sales
		w.Days += d.Until.Days(d.From) + 1
	}
	for _, a := range after {
		w.After = append(w.After, a.Sales)
	}
	return w
}
