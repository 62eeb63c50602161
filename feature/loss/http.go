package loss

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts loss-making accounts on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/losses", "loss:read", s.getLosses)
	web.Download(r, "/losses/export", "loss:export", s.getExport)
	web.Get(r, "/accounts/{account}/loss", "loss:read", s.getSheet)
	web.Post(r, "/accounts/{account}/loss/decisions", "loss:decide", s.postDecision)
}

// Narrowing is the part of the query that says which accounts.
type Narrowing struct {
	Class string `query:"class" enum:"new,promising,known,plain" doc:"Empty: all"`
	State string `query:"state" enum:"open,decided,due" doc:"Empty: all"`
}

type getLosses struct {
	Narrowing
	From  int `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getLosses(ctx context.Context, in *getLosses) (Losses, error) {
	return s.List(ctx, Which{in.Class, in.State, in.From, in.Limit})
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, Which{Class: in.Class, State: in.State}, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "losses", in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type postDecision struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Handling string   `json:"handling" enum:"nurture,keep,restrict"`
		Steps    []string `json:"steps,omitempty" maxItems:"5" enum:"service,minimum,fees,price,terms" doc:"Only of a restriction"`
		Reason   string   `json:"reason"   maxLength:"500"`
	}
}

func (s *Service) postDecision(ctx context.Context, in *postDecision) (Decision, error) {
	b := in.Body
	return s.Decide(ctx, in.Account, Decision{Handling: b.Handling, Steps: b.Steps, Reason: b.Reason})
}
