package lead

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts leads on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/leads", reading, s.getLeads)
	web.Post(r, "/leads", writing, s.postLead)
	web.Download(r, "/leads/export", "lead:export", s.getExport)
	web.Get(r, "/leads/report", reading, s.getReport)
	web.Get(r, "/leads/round", reading, s.getRound)
	web.Put(r, "/leads/round/{step}", "lead:plan", s.putStep)
	web.Get(r, "/leads/wishes", reading, s.getWishes)
	web.Post(r, "/leads/wishes", writing, s.postWish)
	web.Put(r, "/leads/wishes/{wish}", writing, s.putWish)
	web.Post(r, "/leads/wishes/{wish}/contact", writing, s.postTouch)
	web.Get(r, "/leads/{lead}", reading, s.getLead)
	web.Put(r, "/leads/{lead}", writing, s.putLead)
	web.Post(r, "/leads/{lead}/turn", writing, s.postTurn)
}

func (s *Service) getLeads(ctx context.Context, _ *struct{}) ([]Row, error)     { return s.List(ctx) }
func (s *Service) getReport(ctx context.Context, _ *struct{}) ([]Effect, error) { return s.Report(ctx) }
func (s *Service) getWishes(ctx context.Context, _ *struct{}) ([]Wish, error)   { return s.Wishes(ctx) }

// Found is what somebody says of a lead.
type Found struct {
	Name      string      `json:"name"             maxLength:"120"`
	City      string      `json:"city"             maxLength:"60"`
	Industry  string      `json:"industry"         maxLength:"60"`
	Need      string      `json:"need"             maxLength:"500"`
	SpeaksTo  string      `json:"speaks_to"        maxLength:"60" doc:"The office, not the name"`
	Source    string      `json:"source"           maxLength:"20"`
	Detail    string      `json:"source_detail"    maxLength:"120"`
	Signs     []string    `json:"signs"            maxItems:"6" enum:"interest,need,budget,time,person,company"`
	Amount    *int64      `json:"amount,omitempty"    minimum:"0"`
	Percent   *int64      `json:"percent,omitempty"   minimum:"0" maximum:"100"`
	Potential *int64      `json:"potential,omitempty" minimum:"0" maximum:"100"`
	Strength  *int64      `json:"strength,omitempty"  minimum:"0" maximum:"100"`
	Effort    *int64      `json:"effort,omitempty"    minimum:"0" maximum:"100"`
	Next      kernel.Date `json:"next,omitzero"`
}

func (f Found) lead() Lead {
	return Lead{Name: f.Name, City: f.City, Industry: f.Industry, Need: f.Need, SpeaksTo: f.SpeaksTo, Source: f.Source, Detail: f.Detail, Signs: known(f.Signs),
		Amount: f.Amount, Percent: f.Percent, Potential: f.Potential, Strength: f.Strength, Effort: f.Effort, Next: f.Next}
}

type postLead struct{ Body Found }

func (s *Service) postLead(ctx context.Context, in *postLead) (Row, error) {
	return s.Find(ctx, in.Body.lead())
}

// OfLead names a lead.
type OfLead struct {
	ID kernel.ID `path:"lead"`
}

func (s *Service) getLead(ctx context.Context, in *OfLead) (Page, error) { return s.Page(ctx, in.ID) }

type putLead struct {
	OfLead
	web.Match
	Body Found
}

func (s *Service) putLead(ctx context.Context, in *putLead) (Row, error) {
	version, err := in.Replaces()
	if err != nil {
		return Row{}, err
	}
	l := in.Body.lead()
	l.ID, l.Version = in.ID, version
	return s.Learn(ctx, l)
}

// Turning says where a lead is to go.
type Turning struct {
	To      string      `json:"to" enum:"contacted,qualified,deal,nurture,dropped"`
	Reason  string      `json:"reason,omitempty" maxLength:"500" doc:"Of one that is put aside or dropped"`
	Wake    kernel.Date `json:"wake,omitzero"    doc:"When one that is put aside is looked at again"`
	Next    kernel.Date `json:"next,omitzero"    doc:"When somebody gets in touch again"`
	Account kernel.ID   `json:"account,omitzero" doc:"Of one that becomes a deal: the account that it is; empty: a new one"`
}

type postTurn struct {
	OfLead
	web.Match
	Body Turning
}

func (s *Service) postTurn(ctx context.Context, in *postTurn) (Row, error) {
	version, err := in.Replaces()
	if err != nil {
		return Row{}, err
	}
	b := in.Body
	return s.Turn(ctx, Turn{Lead: in.ID, To: b.To, Reason: b.Reason, Wake: b.Wake, Next: b.Next, Account: b.Account, Version: version})
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "leads", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type getRound struct {
	Quarter int64 `query:"quarter" minimum:"0" maximum:"8799" doc:"4 × year + quarter − 1; 0: the present one"`
}

func (s *Service) getRound(ctx context.Context, in *getRound) (Round, error) {
	return s.Round(ctx, in.Quarter)
}

// Walked is what was found at a step.
type Walked struct {
	Note string `json:"note" maxLength:"500"`
	Done bool   `json:"done"`
}

type putStep struct {
	Step    string `path:"step"`
	Quarter int64  `query:"quarter" required:"true"`
	web.Match
	Body Walked
}

func (s *Service) putStep(ctx context.Context, in *putStep) (Step, error) {
	version, err := in.Replaces()
	if err != nil {
		return Step{}, err
	}
	return s.Walk(ctx, Step{Quarter: in.Quarter, Step: in.Step, Note: in.Body.Note, Version: version}, in.Body.Done)
}

// Wanted is what somebody says of a company that we want.
type Wanted struct {
	Name   string      `json:"name" maxLength:"120"`
	Why    string      `json:"why"  maxLength:"500"`
	Idea   string      `json:"idea" maxLength:"500"`
	Review kernel.Date `json:"review"`
	Ended  bool        `json:"ended,omitempty"`
}

func (w Wanted) wish() Wish { return Wish{Name: w.Name, Why: w.Why, Idea: w.Idea, Review: w.Review} }

type postWish struct{ Body Wanted }

func (s *Service) postWish(ctx context.Context, in *postWish) (Wish, error) {
	return s.Want(ctx, in.Body.wish())
}

// OfWish names a wish, as it was read.
type OfWish struct {
	ID kernel.ID `path:"wish"`
	web.Match
}

type putWish struct {
	OfWish
	Body Wanted
}

func (s *Service) putWish(ctx context.Context, in *putWish) (Wish, error) {
	version, err := in.Replaces()
	if err != nil {
		return Wish{}, err
	}
	w := in.Body.wish()
	w.ID, w.Version = in.ID, version
	return s.Rethink(ctx, w, in.Body.Ended)
}

// Touched is how somebody got in touch.
type Touched struct {
	On      kernel.Date `json:"on"`
	Channel string      `json:"channel" enum:"visit,phone,mail,sms,chat,social,event"`
	Subject string      `json:"subject" maxLength:"300"`
}

type postTouch struct {
	OfWish
	Body Touched
}

func (s *Service) postTouch(ctx context.Context, in *postTouch) (Wish, error) {
	version, err := in.Replaces()
	if err != nil {
		return Wish{}, err
	}
	return s.Touch(ctx, Contact(in.Body), in.ID, version)
}
