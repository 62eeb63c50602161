package account

import (
	"context"

	"erba/kernel"
)

// The endpoints of what stands beside accounts: views, pairs, merges, sources.

func (s *Service) getViews(ctx context.Context, _ *struct{}) ([]View, error) { return s.Views(ctx) }

type viewBody struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

type postView struct{ Body viewBody }

func (s *Service) postView(ctx context.Context, in *postView) (View, error) {
	return s.KeepView(ctx, View{Name: in.Body.Name, Query: in.Body.Query})
}

type putView struct {
	ID   kernel.ID `path:"id"`
	Body viewBody
}

func (s *Service) putView(ctx context.Context, in *putView) (View, error) {
	return s.KeepView(ctx, View{ID: in.ID, Name: in.Body.Name, Query: in.Body.Query})
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) deleteView(ctx context.Context, in *byID) (struct{}, error) {
	return struct{}{}, s.DropView(ctx, in.ID)
}

type getInbox struct {
	State string    `query:"state" enum:"open,merged,apart" default:"open"`
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getInbox(ctx context.Context, in *getInbox) (Pairs, error) {
	return s.Inbox(ctx, in.State, in.After, in.Limit)
}

// Queued names the job that does what was asked for.
type Queued struct {
	Job kernel.ID `json:"job"`
}

func (s *Service) postSearch(ctx context.Context, _ *struct{}) (Queued, error) {
	id, err := s.Look(ctx)
	return Queued{id}, err
}

func (s *Service) postApart(ctx context.Context, in *byID) (Duplicate, error) {
	return s.KeepApart(ctx, in.ID)
}

func (s *Service) getMerges(ctx context.Context, in *byID) ([]Merge, error) {
	return s.Merges(ctx, in.ID)
}

type postMerge struct {
	Body struct {
		From kernel.ID `json:"from" doc:"The account that is taken into the other one"`
		Into kernel.ID `json:"into"`
		Take []string  `json:"take,omitempty" doc:"Fields whose value From brings although Into has one"`
	}
}

func (s *Service) postMerge(ctx context.Context, in *postMerge) (Merge, error) {
	return s.Merge(ctx, in.Body.From, in.Body.Into, in.Body.Take)
}

func (s *Service) postUndo(ctx context.Context, in *byID) (struct{}, error) {
	return struct{}{}, s.Part(ctx, in.ID)
}

func (s *Service) getSources(ctx context.Context, _ *struct{}) (Effectiveness, error) {
	return s.Effectiveness(ctx)
}

type bySource struct {
	Source string `path:"source"`
}

func (s *Service) getSpendings(ctx context.Context, in *bySource) ([]Spending, error) {
	return s.Spendings(ctx, in.Source)
}

type postSpending struct {
	Source string `path:"source"`
	Body   struct {
		On     kernel.Date `json:"spent_on"`
		Amount int64       `json:"amount_minor"`
		Note   string      `json:"note,omitempty"`
	}
}

func (s *Service) postSpending(ctx context.Context, in *postSpending) (Spending, error) {
	return s.Spend(ctx, Spending{Source: in.Source, On: in.Body.On, Amount: in.Body.Amount, Note: in.Body.Note})
}

func (s *Service) deleteSpending(ctx context.Context, in *byID) (struct{}, error) {
	return struct{}{}, s.TakeBack(ctx, in.ID)
}
