package target

import (
	"context"

	rules "erba/analysis/goal"
	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
)

// measures are by what somebody is measured.
var measures = []string{"sales", "collection"}

// behind are the viewer's own targets of which too little has been reached.
func (s *Service) behind() today.Rule {
	return today.Rule{Name: "target.today_behind", Area: "target.targets", Grant: "target:read",
		Usual: today.Setting{On: true, Amount: today.Own, Chance: 0.2, Now: 2, Lead: today.Never},
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			for _, measure := range measures {
				b, own, err := s.own(ctx, a.User, measure)
				if err != nil {
					return nil, err
				}
				if own != nil && own.Attainment != nil && own.Colour != rules.Green {
					items = append(items, b.item(own, a))
				}
			}
			return items, nil
		}}
}

// own is the row by which somebody is measured: his team's where he leads one;
// nil: he has no target.
func (s *Service) own(ctx context.Context, user kernel.ID, measure string) (b Board, own *Row, err error) {
	b, err = s.Board(ctx, 0, measure)
	for i := range b.Rows {
		if r := &b.Rows[i]; r.User == user && r.Wanted > 0 && (own == nil || r.Kind == Team) {
			own = r
		}
	}
	return b, own, err
}

func (b *Board) item(r *Row, a today.Ask) today.Item {
	args := map[string]any{"measure": today.Word{Word: "target.today_" + b.Measure}, "sum": today.Amount{Amount: r.Due - r.Sold}, "due": today.Amount{Amount: r.Due},
		"sold": today.Amount{Amount: r.Sold}, "share": today.Share{Share: *r.Attainment}, "on": b.AsOf}
	i := today.Item{Subject: r.User, User: a.User, Amount: r.Due - r.Sold, Chance: null.None, Due: a.On.Month().AddMonths(1).Add(-1), Path: "/plans/targets?measure=" + b.Measure, Does: "target.today_behind_do",
		Title: today.Said{Key: "target.today_behind_title", Args: args}, Reason: today.Said{Key: "target.today_behind_reason", Args: args}}
	if b.Measure != measures[0] {
		i.Subject = b.Calendar.ID // one subject for each measure
	}
	return i
}

// aims are the viewer's own targets, and how far he is.
func (s *Service) aims(ctx context.Context, a today.Ask) (all []today.Aim, err error) {
	for _, measure := range measures {
		b, own, err := s.own(ctx, a.User, measure)
		if err != nil {
			return nil, err
		}
		if own == nil {
			continue
		}
		title := "target.today_aim_" + measure
		all = append(all, today.Aim{Title: today.Said{Key: title, Args: map[string]any{"year": kernel.Whole(b.Year).String()}}, Unit: "amount",
			Actual: own.Sold, Wanted: own.Wanted, Due: float64(own.Due) / float64(own.Wanted), Path: "/plans/targets?measure=" + measure})
	}
	return all, nil
}
