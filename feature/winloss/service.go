package winloss

import (
	"context"

	rules "erba/analysis/forecast"
	"erba/feature/competitor"
	"erba/feature/forecast"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Others are what the review stands on.
type Others struct {
	Deals       *opportunity.Service
	Products    *product.Service
	Competitors *competitor.Service
	Ledger      *ledger.Service
	Methods     *method.Service
}

// Service reviews deals that have ended.
type Service struct {
	Others
	db *db.DB
}

// NewService returns the service that reviews deals.
func NewService(d *db.DB, o Others) *Service { return &Service{o, d} }

// most is how many groups an answer holds at most where nobody says.
const most = 200

// Review tells the deals in sight apart and counts them.
func (s *Service) Review(ctx context.Context, a Ask) (r Review, err error) {
	return r, s.db.Snapshot(ctx, func(tx *db.Tx) error {
		r, err = s.review(tx, a)
		return err
	})
}

func (s *Service) review(tx *db.Tx, a Ask) (r Review, err error) {
	cfg, _, err := method.Setting[rules.Config](s.Methods, tx, forecast.Method)
	if err != nil {
		return r, err
	}
	facts, w, err := s.facts(tx, a)
	if err != nil {
		return r, err
	}
	r = Review{By: a.By, From: a.From, Until: a.Until, Scope: scope(tx.Context()), Least: cfg.Least, Sure: cfg.Sure, Reasons: reasons(facts)}
	r.Total, r.Groups = w.count(a.By, &cfg, facts)
	if a.Limit == 0 {
		a.Limit = most
	}
	if end := a.At + a.Limit; end < len(r.Groups) {
		r.Next, r.Groups = end, r.Groups[:end]
	}
	r.Groups = r.Groups[min(a.At, len(r.Groups)):]
	r.Currency, err = s.Ledger.Currency(tx)
	return r, err
}

// scope says whether the figures are about everything.
func scope(ctx context.Context) string {
	if viewer, _ := identity.From(ctx); viewer.SeesAll() {
		return "all"
	}
	return "own"
}

// facts are the deals in sight with all that they are told apart by.
func (s *Service) facts(tx *db.Tx, a Ask) (facts []fact, w *words, err error) {
	w = &words{products: map[string]string{}}
	if w.processes, err = s.Deals.Config(tx); err != nil {
		return nil, nil, err
	}
	if facts, err = read(tx, a); err != nil {
		return nil, nil, err
	}
	at := make(map[kernel.ID]int, len(facts))
	for i := range facts {
		at[facts[i].ID] = i
	}
	for _, add := range []func(*db.Tx, []fact, map[kernel.ID]int, *words) error{s.price, s.meet, s.fight} {
		if err := add(tx, facts, at, w); err != nil {
			return nil, nil, err
		}
	}
	return facts, w, nil
}

// price says what deals would bring at list prices: by their lines, else by their product.
func (s *Service) price(tx *db.Tx, facts []fact, at map[kernel.ID]int, w *words) error {
	lines, err := offered(tx)
	if err != nil {
		return err
	}
	for _, l := range lines {
		i, ok := at[l.Deal]
		minor, bad := kernel.Amount(l.Quantity, l.List)
		if ok && bad == nil {
			facts[i].List, facts[i].Asked = facts[i].List+minor, facts[i].Asked+l.Amount
		}
	}
	list := map[string]int64{}
	err = s.Products.Each(tx, func(p product.Product) {
		w.products[p.Code] = p.Name
		if p.ListPrice != nil {
			list[p.Code] = p.ListPrice.Minor()
		}
	})
	for i := range facts {
		facts[i].compare(list[facts[i].Product])
	}
	return err
}

// meet says who stood against us.
func (s *Service) meet(tx *db.Tx, facts []fact, at map[kernel.ID]int, w *words) error {
	all, err := rivals(tx)
	if err != nil {
		return err
	}
	for _, r := range all {
		if i, ok := at[r.Deal]; ok {
			facts[i].Rivals = append(facts[i].Rivals, r.Competitor)
		}
	}
	everybody, err := s.Competitors.Everybody(tx)
	w.competitors = make(map[kernel.ID]string, len(everybody))
	for _, c := range everybody {
		w.competitors[c.ID] = c.Name
	}
	return err
}

// fight says with which strategy we fought.
func (s *Service) fight(tx *db.Tx, facts []fact, at map[kernel.ID]int, _ *words) error {
	all, err := choices(tx)
	for _, c := range all {
		if i, ok := at[c.Deal]; ok {
			facts[i].Strategy = c.Strategy
		}
	}
	return err
}

// Stats are the figures of all deals in sight.
func (s *Service) Stats(ctx context.Context) (Stats, error) {
	r, err := s.Review(ctx, Ask{By: ByQuarter})
	t := r.Total
	st := Stats{Won: t.Won, Lost: t.Lost, Open: t.Pending, Revenue: float64(t.Revenue) / 100}
	if n := t.Won + t.Lost; n > 0 {
		st.WinRate = new(to(float64(t.Won)/float64(n), 4))
	}
	if t.Cycle.Known() {
		st.CycleDays = new(to(float64(t.Cycle), 2))
	}
	return st, err
}

// Lessons is a page of what was learnt.
func (s *Service) Lessons(ctx context.Context, a Learnt) (page Lessons, err error) {
	asked := a.Limit
	a.Limit++
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		page.Rows, err = lessons(tx, a)
		return err
	})
	if len(page.Rows) > asked {
		page.Rows = page.Rows[:asked]
		page.Next = page.Rows[asked-1].Deal
	}
	return page, err
}
