package demo

import (
	"context"
	"maps"
	"slices"

	"erba/feature/evaluation"
	"erba/feature/point"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// rewarded is how many important accounts have earned points since so many months.
const (
	rewarded = 12
	earning  = 14
)

// rewards are for what points are used; the last use did not happen.
var rewards = []point.Use{
	{Points: 60, Reason: "操作员培训两天"},
	{Points: 40, Reason: "年度用户大会参会名额"},
	{Points: 30, Reason: "现场点检一次"},
}

// reward lets important accounts earn points by what they buy, and use some.
func reward(ctx context.Context, k *app.Kit) error {
	finance, err := as(ctx, k, "lushan")
	if err != nil {
		return err
	}
	var found map[kernel.ID]string
	err = k.DB.Read(identity.Under(finance, "evaluation:read"), func(tx *db.Tx) (err error) {
		found, err = evaluation.New(k).InForceAll(tx, evaluation.Tier, "MAJOR", "NAMED")
		return err
	})
	if err != nil {
		return err
	}
	service, writer := point.New(k), identity.Under(finance, "point:write")
	all := slices.SortedFunc(maps.Keys(found), kernel.ID.Compare)
	all = all[:min(len(all), rewarded)]
	for _, id := range all {
		if _, err := service.At(kernel.Today().AddMonths(-earning)).Enrol(writer, id); err != nil {
			return err
		}
	}
	if _, err := service.Earn(identity.With(ctx, identity.System())); err != nil {
		return err
	}
	for i, id := range all {
		if i%3 == 2 {
			continue
		}
		if err := spend(writer, service, id); err != nil {
			return err
		}
	}
	return nil
}

// spend uses points of an account that has enough, and takes the last use back.
func spend(ctx context.Context, service *point.Service, account kernel.ID) error {
	sheet, err := service.Sheet(identity.Under(ctx, "point:read"), account)
	if err != nil || sheet.Standing.Balance < 1000 {
		return err
	}
	var last point.Booking
	for _, use := range rewards {
		use.Account = account
		if last, err = service.Redeem(ctx, use); err != nil {
			return err
		}
	}
	_, err = service.Reverse(ctx, account, last.ID, "改到明年再做")
	return err
}
