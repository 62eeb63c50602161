package worth

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// groupRoutes are those of groups of accounts, of product lines, and of movements.
func (s *Service) groupRoutes(r *web.Router) {
	web.Get(r, "/worth/groups", "worth:read", s.getGroups)
	web.Get(r, "/worth/groups/inside", "worth:read", s.getInside)
	web.Get(r, "/worth/lines", "worth:read", s.getLines)
	web.Get(r, "/worth/movements", "worth:read", s.getMovements)
	web.Get(r, "/accounts/{account}/movement", "worth:read", s.getMovement)
	web.Download(r, "/worth/groups/export", "worth:export", s.exportGroups)
	web.Download(r, "/worth/lines/export", "worth:export", s.exportLines)
	web.Download(r, "/worth/movements/export", "worth:export", s.exportMovements)
}

// Which are the accounts that are asked about.
type Which struct {
	AsOf     kernel.Date `query:"as_of"    doc:"Empty: the last day of the ledger, at most today"`
	Region   string      `query:"region"   maxLength:"60"`
	Industry string      `query:"industry" maxLength:"60"`
	Owner    kernel.ID   `query:"owner"`
	Segment  kernel.ID   `query:"segment" may:"segment:read" doc:"A saved segment (M23)"`
	Band     int         `query:"band"    may:"segment:read" minimum:"0" maximum:"1000"`
}

func (in *Which) ask() Ask {
	return Ask{in.AsOf, netOfReturns, in.Region, in.Industry, in.Owner, in.Segment, in.Band}
}

// Grouping says how they are put together.
type Grouping struct {
	Which
	By string `query:"by" enum:"family,region,industry,owner" default:"owner" doc:"family: the company that owns others, with them"`
}

// Sorted is a list of groups in an order.
type Sorted struct {
	Grouping
	Sort string `query:"sort" enum:"amount,sales,gross,service,given,credit,rate,count,name" default:"amount"`
	Up   bool   `query:"up" doc:"The smallest first"`
}

func (in *Sorted) order() Order { return Order{in.Sort, in.Up} }

func (s *Service) getGroups(ctx context.Context, in *Sorted) (Grouped, error) {
	return s.Grouped(ctx, in.ask(), in.By, in.order())
}

type getInside struct {
	Sorted
	Key   string `query:"key"   maxLength:"120" doc:"Of the group; empty: what belongs to none"`
	From  int    `query:"from"  minimum:"0" maximum:"10000000"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getInside(ctx context.Context, in *getInside) (Inside, error) {
	return s.Inside(ctx, in.ask(), in.By, in.Key, in.order(), in.From, in.Limit)
}

func (s *Service) getLines(ctx context.Context, in *Which) (Lines, error) {
	return s.Lines(ctx, in.ask())
}

func (s *Service) getMovements(ctx context.Context, in *Grouping) (Movements, error) {
	return s.Movements(ctx, in.ask(), in.By)
}

type getMovement struct {
	Account kernel.ID   `path:"account" row:"account"`
	AsOf    kernel.Date `query:"as_of" doc:"Empty: the last day of the ledger, at most today"`
}

func (s *Service) getMovement(ctx context.Context, in *getMovement) (Movement, error) {
	return s.Movement(ctx, in.Account, in.AsOf)
}

type exportGroups struct {
	Sorted
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportGroups(ctx context.Context, in *exportGroups) (export.Table, error) {
	rows, err := s.Groups(ctx, in.ask(), in.By, in.order(), saying(ctx))
	return s.table(ctx, saying(ctx)("worth.way"), in.Format, Groups, rows, err)
}

type exportLines struct {
	Which
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportLines(ctx context.Context, in *exportLines) (export.Table, error) {
	rows, err := s.ProductLines(ctx, in.ask(), saying(ctx))
	return s.table(ctx, saying(ctx)("worth.lines"), in.Format, ProductLines, rows, err)
}

type exportMovements struct {
	Grouping
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportMovements(ctx context.Context, in *exportMovements) (export.Table, error) {
	rows, err := s.Movers(ctx, in.ask(), in.By, saying(ctx))
	return s.table(ctx, saying(ctx)("worth.moved"), in.Format, Movers, rows, err)
}
