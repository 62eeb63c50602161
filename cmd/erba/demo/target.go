package demo

import (
	"context"

	"erba/feature/goal"
	"erba/feature/target"
	"erba/platform/app"
	"erba/platform/identity"
)

// demand lets the director have set goals for most accounts out of their history, and
// targets for everybody: a little more than the year before, a part of it kept back.
func demand(boss context.Context, k *app.Kit) error {
	if err := wish(identity.Under(boss, "goal:write"), goal.New(k)); err != nil {
		return err
	}
	for _, measure := range []string{target.Sales, target.Collection} {
		if err := divide(identity.Under(boss, "target:write"), target.New(k), measure); err != nil {
			return err
		}
	}
	return nil
}

// wish accepts six of seven goals that history proposes.
func wish(boss context.Context, goals *goal.Service) error {
	p, err := goals.Propose(boss, goal.Trial{Growth: 8, Points: 3})
	if err != nil {
		return err
	}
	var all []goal.Goal
	for i, r := range p.Rows {
		if i%7 == 6 {
			continue
		}
		one := goal.Goal{Account: r.ID, Amount: r.Amount, Share: r.Share}
		if stretch := int64(i%5) * 8; one.Amount != nil { // some are asked for more than others
			*one.Amount = *one.Amount / 100 * (80 + stretch)
		}
		if one.Share != nil {
			*one.Share = min(*one.Share*(10+int64(i%5))/10, 10_000)
		}
		all = append(all, one)
	}
	if len(all) > 0 {
		_, err = goals.Accept(boss, p.Year, all)
	}
	return err
}

// more is what is wanted of the year before, in per cent.
const more = 124

// divide sets the company's target and divides it down to everybody.
func divide(boss context.Context, targets *target.Service, measure string) error {
	board, err := targets.Board(boss, 0, measure)
	if err != nil {
		return err
	}
	whole := int64(0)
	for _, r := range board.Rows {
		if r.Kind == target.Team && r.User == board.Me {
			whole = r.Before.Sum()
		}
	}
	const thousand = 1000_00
	if whole = whole / 100 * more / thousand * thousand; whole <= 0 {
		return nil // nothing was sold the year before
	}
	s, err := targets.Suggest(boss, target.Wish{Year: board.Year, Measure: measure, Head: board.Me, Total: whole, By: target.History, Keep: 3, Unit: thousand, Deep: true})
	if err != nil {
		return err
	}
	all := make([]target.Target, len(s.Rows))
	for i, p := range s.Rows {
		all[i] = target.Target{Kind: p.Kind, User: p.User, Months: p.Months, Version: p.Version}
	}
	_, err = targets.Set(boss, board.Year, measure, all)
	return err
}
