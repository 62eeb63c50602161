package today

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts the page of the day on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/today", "today:read", s.getDay)
	web.Get(r, "/today/side", "today:read", s.getSide)
	web.Post(r, "/today/marks", "today:write", s.postMark)
	web.Delete(r, "/today/marks/{id}", "today:write", s.deleteMark)
}

type getDay struct {
	Sort  string `query:"sort"  enum:"loss,due,account" default:"loss"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"12" doc:"Of each group"`
}

func (s *Service) getDay(ctx context.Context, in *getDay) (Day, error) {
	return s.Day(ctx, Wish{in.Sort, in.Limit})
}

func (s *Service) getSide(ctx context.Context, _ *struct{}) (Side, error) { return s.Side(ctx) }

type postMark struct {
	Body struct {
		Rule    string      `json:"rule" maxLength:"100"`
		Account kernel.ID   `json:"account,omitzero"`
		Subject kernel.ID   `json:"subject,omitzero"`
		State   string      `json:"state" enum:"done,later"`
		Due     kernel.Date `json:"due,omitzero" doc:"That of the item"`
		Until   kernel.Date `json:"until,omitzero" doc:"When it comes back; of done: some time"`
	}
}

func (s *Service) postMark(ctx context.Context, in *postMark) (Mark, error) {
	b := in.Body
	return s.Mark(ctx, Mark{Rule: b.Rule, Account: b.Account, Subject: b.Subject, State: b.State, Due: b.Due, Until: b.Until})
}

type deleteMark struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) deleteMark(ctx context.Context, in *deleteMark) (struct{}, error) {
	return struct{}{}, s.Unmark(ctx, in.ID)
}
