package goal

import (
	"context"
	"math"

	rules "erba/analysis/goal"
	"erba/kernel"
	"erba/platform/db"
)

// Proposal is what history suggests to want of an account.
type Proposal struct {
	ID      kernel.ID    `json:"id" row:"account"`
	Code    string       `json:"code"`
	Name    string       `json:"name"`
	Owner   kernel.ID    `json:"owner,omitzero"`
	Tier    string       `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Primary rules.Metric `json:"primary" enum:"absolute,share"`
	Sales   *int64       `json:"sales"  doc:"Of twelve months; null: not told"`
	Now     *float64     `json:"now"    doc:"Our share today, 0–1; null: unknown"`
	Amount  *int64       `json:"amount" doc:"Proposed sum; null: there is no history to go by"`
	Share   *int64       `json:"share"  doc:"Proposed share, hundredths of a per cent; null: it is not known what the account buys"`
	Before  *Goal        `json:"before" doc:"That of the year before; null: none"`
	Version int64        `json:"version" doc:"Of the goal that it would replace; 0: none"`
}

// Proposals are what history suggests for all that are asked and have no goal.
type Proposals struct {
	Year     int64       `json:"year"`
	AsOf     kernel.Date `json:"as_of"`
	Currency string      `json:"currency"`
	Rows     []Proposal  `json:"rows"`
	More     int         `json:"more" doc:"Accounts beyond these"`
	Silent   int         `json:"silent" doc:"Asked, but nothing is known to propose by the metric that counts"`
}

// Trial is how a proposal is made out of history.
type Trial struct {
	Year   int64
	Owner  kernel.ID
	Growth int64 // per cent on the sales of twelve months
	Points int64 // per cent points on today's share
}

// mostProposed is how many goals are proposed, and accepted, at once.
const mostProposed = 500

// Propose makes goals out of history, without keeping them: the sales of twelve
// months and today's share, each raised by as much as is asked for.
func (s *Service) Propose(ctx context.Context, t Trial) (p Proposals, err error) {
	b, err := s.open(ctx, t.Year)
	if err != nil {
		return p, err
	}
	before, err := s.open(ctx, max(b.year-1, earliest))
	if err != nil {
		return p, err
	}
	p = Proposals{Year: b.year, AsOf: b.Ask.AsOf, Currency: b.Currency, Rows: []Proposal{}}
	all, _ := b.list(Which{Year: b.year, Owner: t.Owner, Show: "unset"})
	for i := range all {
		one := all[i].proposal(t)
		if old := before.of(one.ID); old.Version > 0 {
			one.Before = &old
		}
		switch {
		case one.Primary == rules.Share && one.Share == nil, one.Primary == rules.Absolute && one.Amount == nil:
			p.Silent++
		case len(p.Rows) == mostProposed:
			p.More++
		default:
			p.Rows = append(p.Rows, one)
		}
	}
	return p, nil
}

// round is to what a proposed sum is rounded up: whole hundreds of the currency.
const round = 100_00

func (r *Row) proposal(t Trial) Proposal {
	p := Proposal{ID: r.ID, Code: r.Code, Name: r.Name, Owner: r.Owner, Tier: r.Tier, Primary: r.Primary, Sales: r.Sales, Now: r.Share}
	if r.Sales != nil && *r.Sales > 0 {
		raised := float64(*r.Sales) * float64(100+t.Growth) / 100
		p.Amount = new(int64(math.Ceil(raised/round)) * round)
	}
	if r.Share != nil && *r.Share > 0 {
		raised := math.Round(*r.Share*whole) + float64(t.Points)*100
		p.Share = new(int64(min(max(raised, 1), whole)))
	}
	return p
}

// Accept sets many goals at once: all of them or, if one breaks a rule or
// somebody has set it meanwhile, none.
func (s *Service) Accept(ctx context.Context, year int64, all []Goal) (n int, err error) {
	b, err := s.open(ctx, year)
	if err != nil {
		return 0, err
	}
	return len(all), s.db.Write(ctx, func(tx *db.Tx) error {
		for i := range all {
			all[i].Year = b.year
			if err := s.set(tx, b, &all[i]); err != nil {
				return kernel.Within(b.name(all[i].Account), err)
			}
		}
		return nil
	})
}

// name is how an account in sight is called.
func (b *book) name(account kernel.ID) string {
	if row := b.Row(account); row >= 0 && b.Sees(row) {
		return b.Account(row).Name
	}
	return ""
}
