package risk

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// recoveryRoutes are those of relationships that were broken off.
func (s *Service) recoveryRoutes(r *web.Router) {
	web.Get(r, "/risks/recovery", "risk:read", s.getRecovery)
	web.Download(r, "/risks/recovery/export", "risk:export", s.getRecoveryExport)
	web.Post(r, "/accounts/{account}/interruptions", "risk:write", s.postInterruption)
	web.Put(r, "/risks/interruptions/{id}", "risk:write", s.putInterruption)
	web.Post(r, "/risks/interruptions/{id}/close", "risk:write", s.postClose)
	web.Post(r, "/risks/interruptions/{id}/offers", "risk:write", s.postOffer)
	web.Put(r, "/risks/offers/{id}", "risk:write", s.putOffer)
}

func (s *Service) getRecovery(ctx context.Context, _ *struct{}) (Recovery, error) {
	return s.Recovery(ctx)
}

type getRecoveryExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getRecoveryExport(ctx context.Context, in *getRecoveryExport) (export.Table, error) {
	rows, err := s.ExportRecovery(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "recovery", in.Format, Broken, rows)
	t.Population = s.Breaks
	return t, nil
}

// breaking is what somebody says of an interruption.
type breaking struct {
	Cause       string      `json:"cause"       enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	Opened      kernel.Date `json:"opened"`
	Description string      `json:"description" maxLength:"500"`
	Recovery    string      `json:"recovery"    maxLength:"500" doc:"How it is to be won back"`
	Owner       kernel.ID   `json:"owner"`
	Due         kernel.Date `json:"due"`
}

func (b breaking) interruption() Interruption {
	return Interruption{Cause: b.Cause, Opened: b.Opened, Description: b.Description, Recovery: b.Recovery, Owner: b.Owner, Due: b.Due}
}

type postInterruption struct {
	Account kernel.ID `path:"account"`
	Body    breaking
}

func (s *Service) postInterruption(ctx context.Context, in *postInterruption) (Interruption, error) {
	i := in.Body.interruption()
	i.Account = in.Account
	return s.Break(ctx, i)
}

type putInterruption struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body breaking
}

func (s *Service) putInterruption(ctx context.Context, in *putInterruption) (Interruption, error) {
	version, err := in.Replaces()
	if err != nil {
		return Interruption{}, err
	}
	i := in.Body.interruption()
	i.ID, i.Version = in.ID, version
	return s.Replan(ctx, i)
}

type postInterruptionClose struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Result  string `json:"result"  enum:"recovered,downgraded,lost"`
		Closing string `json:"closing" maxLength:"500" doc:"What made the difference"`
	}
}

func (s *Service) postClose(ctx context.Context, in *postInterruptionClose) (Interruption, error) {
	version, err := in.Replaces()
	if err != nil {
		return Interruption{}, err
	}
	return s.Close(ctx, in.ID, version, in.Body.Result, in.Body.Closing)
}

// offering is what somebody says of an offer.
type offering struct {
	Measure string      `json:"measure" maxLength:"500"`
	Spend   int64       `json:"spend"   minimum:"0" doc:"What it takes, minor units"`
	On      kernel.Date `json:"on"`
	Result  string      `json:"result,omitempty" enum:",taken,refused" doc:"Empty: no answer yet"`
	Remark  string      `json:"remark,omitempty" maxLength:"500"`
}

func (o offering) offer() Offer {
	return Offer{Measure: o.Measure, Spend: o.Spend, On: o.On, Result: o.Result, Remark: o.Remark}
}

type postOffer struct {
	ID   kernel.ID `path:"id"`
	Body offering
}

func (s *Service) postOffer(ctx context.Context, in *postOffer) (Offer, error) {
	o := in.Body.offer()
	o.Interruption = in.ID
	return s.Offer(ctx, o)
}

type putOffer struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body offering
}

func (s *Service) putOffer(ctx context.Context, in *putOffer) (Offer, error) {
	version, err := in.Replaces()
	if err != nil {
		return Offer{}, err
	}
	o := in.Body.offer()
	o.ID, o.Version = in.ID, version
	return s.Answer(ctx, o)
}
