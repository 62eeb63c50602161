package collection

import (
	"context"

	"erba/analysis/dunning"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts collection on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/money/collection", "collection:read", s.getList)
	web.Get(r, "/money/expected", "collection:read", s.getExpected)
	web.Download(r, "/money/collection/export", "collection:export", s.getExport)
	web.Get(r, "/accounts/{account}/collection", "collection:read", s.getSheet)
	web.Post(r, "/accounts/{account}/collection/disputes", "collection:write", s.postDispute)
	web.Post(r, "/accounts/{account}/collection/disputes/{id}/settle", "collection:write", s.postSettle)
	web.Post(r, "/accounts/{account}/collection/promises", "collection:write", s.postPromise)
	web.Delete(r, "/accounts/{account}/collection/promises/{id}", "collection:write", s.deletePromise)
	web.Post(r, "/accounts/{account}/collection/write-offs", "collection:writeoff", s.postWriteOff)
	web.Post(r, "/accounts/{account}/collection/steps", "collection:dun", s.postAgreed)
	web.Get(r, "/accounts/{account}/collection/letter", "collection:dun", s.getLetter)
	web.Post(r, "/accounts/{account}/collection/dunnings", "collection:dun", s.postDunning)
	web.Post(r, "/accounts/{account}/collection/stops", "collection:dun", s.postStop)
	web.Post(r, "/accounts/{account}/collection/stops/{id}/lift", "collection:dun", s.postLift)
}

type getList struct {
	From  int `query:"from"  minimum:"0" maximum:"1000000" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getList(ctx context.Context, in *getList) (List, error) {
	return s.List(ctx, Page{in.From, in.Limit})
}

// Span is a while.
type Span struct {
	From  kernel.Date `query:"from"  doc:"Empty: from today"`
	Until kernel.Date `query:"until" doc:"Empty: 35 days long"`
}

func (s *Service) getExpected(ctx context.Context, in *Span) (Calendar, error) {
	return s.Calendar(ctx, in.From, in.Until)
}

type getExport struct {
	List   string `query:"list"   enum:"steps,disputes,promises,letters,stops,writeoffs,expected" default:"disputes"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.List, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, in.List, in.Format, Exported[in.List], rows)
	t.Population = s.Population(in.List)
	return t, nil
}

// OfAccount names an account.
type OfAccount struct {
	Account kernel.ID `path:"account"`
}

// OneOf names something of an account at the version that was read.
type OneOf struct {
	OfAccount
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) getSheet(ctx context.Context, in *OfAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

// Disputed is what somebody says of a dispute.
type Disputed struct {
	Number string      `json:"number"          maxLength:"100"`
	Reason string      `json:"reason"          enum:"quality,quantity,price,delivery,invoice,service,other"`
	Amount int64       `json:"amount"          minimum:"1" maximum:"100000000000000"`
	Says   string      `json:"says"            maxLength:"500"`
	Owner  kernel.ID   `json:"owner,omitzero"  doc:"Empty: who writes it down"`
	Due    kernel.Date `json:"due,omitzero"`
}

type postDispute struct {
	OfAccount
	Body Disputed
}

func (s *Service) postDispute(ctx context.Context, in *postDispute) (Dispute, error) {
	b := in.Body
	return s.Dispute(ctx, Dispute{Account: in.Account, Number: b.Number, Reason: b.Reason, Amount: b.Amount, Says: b.Says, Owner: b.Owner, Due: b.Due})
}

// Settling is how a dispute ended.
type Settling struct {
	State  string `json:"state"  enum:"accepted,rejected"`
	Result string `json:"result" maxLength:"500"`
}

type postSettle struct {
	OneOf
	Body Settling
}

func (s *Service) postSettle(ctx context.Context, in *postSettle) (Dispute, error) {
	version, err := in.Replaces()
	if err != nil {
		return Dispute{}, err
	}
	return s.Settle(ctx, in.Account, in.ID, version, in.Body.State, in.Body.Result)
}

// Promising is what somebody at a customer said.
type Promising struct {
	Number string      `json:"number,omitempty" maxLength:"100" doc:"Empty: any invoice"`
	Amount int64       `json:"amount"           minimum:"1" maximum:"100000000000000"`
	On     kernel.Date `json:"on,omitzero"      doc:"When he said so; empty: today"`
	Due    kernel.Date `json:"due"`
	Who    string      `json:"who"              maxLength:"120"`
	Says   string      `json:"says,omitempty"   maxLength:"500"`
}

type postPromise struct {
	OfAccount
	Body Promising
}

func (s *Service) postPromise(ctx context.Context, in *postPromise) (Promise, error) {
	b := in.Body
	return s.Promise(ctx, Promise{Account: in.Account, Number: b.Number, Amount: b.Amount, On: b.On, Due: b.Due, Who: b.Who, Says: b.Says})
}

func (s *Service) deletePromise(ctx context.Context, in *OneOf) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Withdraw(ctx, in.Account, in.ID, version)
}

// GivingUp is what is to be given up.
type GivingUp struct {
	Number string `json:"number" maxLength:"100"`
	Amount int64  `json:"amount" minimum:"1" maximum:"100000000000000"`
	Reason string `json:"reason" maxLength:"500"`
}

type postWriteOff struct {
	OfAccount
	Body GivingUp
}

func (s *Service) postWriteOff(ctx context.Context, in *postWriteOff) (WriteOff, error) {
	return s.GiveUp(ctx, WriteOff{Account: in.Account, Number: in.Body.Number, Amount: in.Body.Amount, Reason: in.Body.Reason})
}

type getLetter struct {
	OfAccount
	Does     string `query:"does"     enum:"remind,call,letter,stop,legal" default:"remind"`
	Language string `query:"language" enum:"zh-CN,en" default:"zh-CN"`
}

func (s *Service) getLetter(ctx context.Context, in *getLetter) (Draft, error) {
	return s.Draft(ctx, in.Account, in.Does, in.Language)
}

// Asking is how an account is asked for money.
type Asking struct {
	Does     string `json:"does"               enum:"remind,call,letter,stop,legal"`
	Channel  string `json:"channel"            enum:"mail,phone,post,visit"`
	Language string `json:"language,omitempty" enum:"zh-CN,en"`
	To       string `json:"to,omitempty"       maxLength:"200" doc:"An address, or whom somebody spoke to"`
	Title    string `json:"title,omitempty"    maxLength:"200"`
	Body     string `json:"body,omitempty"     maxLength:"20000"`
	Says     string `json:"says,omitempty"     maxLength:"500" doc:"What came of it"`
}

type postDunning struct {
	OfAccount
	Body Asking
}

func (s *Service) postDunning(ctx context.Context, in *postDunning) (Dunning, error) {
	b := in.Body
	if b.Language == "" {
		b.Language = "zh-CN"
	}
	return s.Dun(ctx, Dunning{Account: in.Account, Does: b.Does, Channel: b.Channel, Language: b.Language, To: b.To, Title: b.Title, Body: b.Body, Says: b.Says})
}

// Agreeing are the days of steps that were agreed.
type Agreeing struct {
	Contract string        `json:"contract,omitempty" maxLength:"60" doc:"Empty: all claims of which no other contract speaks"`
	Steps    []dunning.Day `json:"steps"              maxItems:"5"   doc:"None: as the company asks"`
}

type postAgreed struct {
	OfAccount
	Body Agreeing
}

func (s *Service) postAgreed(ctx context.Context, in *postAgreed) (Agreed, error) {
	return s.Agree(ctx, Agreed{Account: in.Account, Contract: in.Body.Contract, Steps: append(Days{}, in.Body.Steps...)})
}

// Because is why something is done.
type Because struct {
	Reason string `json:"reason" maxLength:"500"`
}

type postStop struct {
	OfAccount
	Body Because
}

func (s *Service) postStop(ctx context.Context, in *postStop) (Stop, error) {
	return s.Stop(ctx, in.Account, in.Body.Reason)
}

type postLift struct {
	OneOf
	Body Because
}

func (s *Service) postLift(ctx context.Context, in *postLift) (Stop, error) {
	version, err := in.Replaces()
	if err != nil {
		return Stop{}, err
	}
	return s.Lift(ctx, in.Account, in.ID, version, in.Body.Reason)
}
