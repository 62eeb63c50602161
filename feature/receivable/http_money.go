package receivable

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Day is the day of a question, and what of it counts as known.
type Day struct {
	AsOf    kernel.Date `query:"as_of"    doc:"Empty: today"`
	KnownAt int64       `query:"known_at" minimum:"0" doc:"Microseconds since 1970, UTC: what became known later is left out; 0: now"`
	Then    bool        `query:"then"     doc:"As it was known at the end of the day"`
}

func (s *Service) at(d Day) At {
	if d.AsOf.IsZero() {
		d.AsOf = s.today()
	}
	if d.Then {
		return Then(d.AsOf)
	}
	return At{On: d.AsOf, Known: d.KnownAt}
}

// Since is from when on the days of an age are counted.
type Since struct {
	Since string `query:"since" enum:"due,issued" default:"due" doc:"issued: by the day of the invoice, whenever it is due; the first two ages are then 0–30 days"`
}

func (s Since) of(at At) At {
	at.Issued = s.Since == "issued"
	return at
}

type getAgeing struct {
	Day
	Since
	By    string `query:"by"    enum:"account,group,manager,region,industry" default:"account"`
	Sort  string `query:"sort"  enum:"late,total,name" default:"late"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"20"`
}

func (s *Service) getAgeing(ctx context.Context, in *getAgeing) (Ageing, error) {
	return s.Ageing(ctx, Ask{At: in.Since.of(s.at(in.Day)), By: in.By, Sort: in.Sort, Limit: in.Limit})
}

type getHead struct {
	Day
	Months int `query:"months" minimum:"1" maximum:"24" default:"12"`
}

func (s *Service) getHead(ctx context.Context, in *getHead) (Head, error) {
	return s.Head(ctx, s.at(in.Day), in.Months)
}

type getExport struct {
	Day
	By     string `query:"by"     enum:"account,group,manager,region,industry" default:"account"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	ask := Ask{At: s.at(in.Day), By: in.By}
	rows, err := s.Export(ctx, ask)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "ageing", in.Format, Exported, rows)
	t.Population = s.Population(ask)
	return t, nil
}
