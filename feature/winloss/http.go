package winloss

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts the review of deals on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/win-loss", "winloss:read", s.getReview)
	web.Download(r, "/win-loss/export", "winloss:export", s.getExport)
	web.Get(r, "/win-loss/lessons", "winloss:read", s.getLessons)
	web.Download(r, "/win-loss/lessons/export", "winloss:export", s.getLessonsExport)
}

// Narrowing is the part of the query that says which deals, and how they are told apart.
type Narrowing struct {
	By    By          `query:"by" enum:"account,sector,region,product,person,manager,competitor,strategy,stage,quarter" default:"product"`
	From  kernel.Date `query:"from"  doc:"Ended not before"`
	Until kernel.Date `query:"until" doc:"Ended not after"`
}

func (w Narrowing) ask() Ask { return Ask{By: w.By, From: w.From, Until: w.Until} }

type getReview struct {
	Narrowing
	At    int `query:"at"    minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getReview(ctx context.Context, in *getReview) (Review, error) {
	a := in.ask()
	a.At, a.Limit = in.At, in.Limit
	return s.Review(ctx, a)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.ask(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "win-loss", in.Format, Header, rows)
	t.Population = s.Groups(in.ask())
	return t, nil
}

// Ending is the part of the query that says which lessons.
type Ending struct {
	State  string `query:"state" enum:"won,lost" doc:"Empty: both"`
	Reason string `query:"reason" maxLength:"20" doc:"Empty: all"`
}

type getLessons struct {
	Ending
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getLessons(ctx context.Context, in *getLessons) (Lessons, error) {
	return s.Lessons(ctx, Learnt{in.State, in.Reason, in.After, in.Limit})
}

type getLessonsExport struct {
	Ending
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getLessonsExport(ctx context.Context, in *getLessonsExport) (export.Table, error) {
	rows, err := s.ExportLessons(ctx, Learnt{State: in.State, Reason: in.Reason}, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "lessons", in.Format, LessonHeader, rows)
	t.Population = s.Population
	return t, nil
}
