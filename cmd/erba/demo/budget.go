package demo

import (
	"context"

	"erba/feature/coverage"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// allot lets the director have laid the year's hours out over the accounts: as many
// as their tiers ask for.
func allot(boss context.Context, k *app.Kit) error {
	until, err := asOf(boss, k)
	if err != nil {
		return err
	}
	service := coverage.New(k)
	board, err := service.Board(identity.Under(boss, "coverage:read"))
	if err != nil || board.Hours.Sign() == 0 {
		return err // no account has a tier
	}
	const hundredth = 10_000 // in millionths
	year, _, _ := until.Parts()
	_, err = service.Plan(identity.Under(boss, "coverage:plan"), coverage.Plan{Name: "年度客户工时预算", Unit: coverage.InHours,
		From: kernel.On(year, 1, 1), Until: kernel.On(year, 12, 31), Budget: board.Hours.Micro() / hundredth})
	return err
}
