package industry

import (
	"context"

	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
)

// Mix is what the revenue of the accounts in sight consists of, over the usual
// window up to a day; without a day, up to the last of the ledger.
func (s *Service) Mix(ctx context.Context, asOf kernel.Date) (Mix, error) {
	b, err := s.open(ctx)
	if err != nil {
		return Mix{}, err
	}
	facts, err := s.portfolio.Facts(ctx, asOf)
	if err != nil {
		return Mix{}, err
	}
	m, largest := b.compose(b.mix, b.rated, b.groupsOf(facts), portfolio.Usual)
	m.AsOf, m.Currency, m.Scope = facts.Ask.AsOf, facts.Currency, facts.Scope()
	for i, row := range largest {
		if row >= 0 {
			m.Groups[i].Largest = customer(facts, row, m.Months)
		}
	}
	m.order()
	m.compare(&b.rating, b.rated)
	return m, nil
}

func customer(f *portfolio.Facts, row int32, months int) *Customer {
	a := f.Account(row)
	c := &Customer{ID: a.ID, Code: a.Code, Name: a.Name}
	if sales := f.Value("sales", row); sales.Known() {
		c.Revenue = new(int64(null.Number(float64(sales) / float64(months)).Steady()))
	}
	return c
}
