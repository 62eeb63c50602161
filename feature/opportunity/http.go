package opportunity

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts deals on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/opportunities", "opportunity:read", s.getList)
	web.Download(r, "/opportunities/export", "opportunity:export", s.getExport)
	web.Get(r, "/opportunities/processes", "opportunity:read", s.getWays)
	web.Post(r, "/opportunities", "opportunity:write", s.postDeal)
	web.Get(r, "/accounts/{account}/opportunities", "opportunity:read", s.getOfAccount)
	web.Get(r, "/opportunities/{opportunity}", "opportunity:read", s.getDeal)
	web.Put(r, "/opportunities/{opportunity}", "opportunity:write", s.putDeal)
	web.Post(r, "/opportunities/{opportunity}/move", "opportunity:write", s.postMove)
	web.Post(r, "/opportunities/{opportunity}/close", "opportunity:write", s.postClose)
	web.Post(r, "/opportunities/{opportunity}/nurture", "opportunity:write", s.postNurture)
	web.Post(r, "/opportunities/{opportunity}/reopen", "opportunity:write", s.postReopen)
	web.Post(r, "/opportunities/{opportunity}/dates", "opportunity:write", s.postDate)
	web.Put(r, "/opportunities/{opportunity}/milestones/{key}", "opportunity:write", s.putMilestone)
	web.Delete(r, "/opportunities/{opportunity}/milestones/{key}", "opportunity:write", s.deleteMilestone)
	web.Put(r, "/opportunities/{opportunity}/lines", "opportunity:write", s.putLines)
	web.Put(r, "/opportunities/{opportunity}/splits", "opportunity:write", s.putSplits)
	web.Upload(r, "/opportunities/{opportunity}/files", "opportunity:write", LargestPaper, s.postFile)
	web.Document(r, "/opportunities/{opportunity}/files/{file}", "opportunity:read", s.getFile)
	web.Delete(r, "/opportunities/{opportunity}/files/{file}", "opportunity:write", s.deleteFile)
}

type getList struct{ Which }

func (s *Service) getList(ctx context.Context, in *getList) (Page, error) {
	return s.List(ctx, in.Which)
}

type getExport struct {
	Which
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.Which, text.Language(ctx), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "opportunities", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

func (s *Service) getWays(ctx context.Context, _ *struct{}) ([]Way, error) { return s.Ways(ctx) }

type getOfAccount struct {
	Account kernel.ID `path:"account"`
	State   string    `query:"state" enum:"open,nurture,won,lost,all" default:"all"`
}

func (s *Service) getOfAccount(ctx context.Context, in *getOfAccount) (Page, error) {
	return s.List(ctx, Which{Account: in.Account, State: in.State, Sort: ByOpened, Desc: true, Limit: 200})
}

// Facts are what a user says of a deal.
type Facts struct {
	Name     string      `json:"name"                     maxLength:"120"`
	Owner    kernel.ID   `json:"owner,omitzero"           doc:"Empty: of a new deal the viewer himself"`
	Source   string      `json:"source,omitempty"         enum:"survey,campaign,service,outlet,fair,website,complaint,research,association,government,media,third_party,colleague,competitor,referral"`
	Amount   *int64      `json:"amount_minor,omitempty"   doc:"In the base currency; what lines say goes before"`
	Currency string      `json:"currency,omitempty"       pattern:"^([A-Z]{3})?$"`
	Original *int64      `json:"original_minor,omitempty"`
	Category string      `json:"category,omitempty"       enum:"commit,best,pipeline,omitted"`
	Purchase string      `json:"purchase,omitempty"       enum:"tender,project,single"`
	Product  string      `json:"product,omitempty"        maxLength:"120"`
	NextStep string      `json:"next_step,omitempty"      maxLength:"120"`
	NextOn   kernel.Date `json:"next_on,omitzero"`
	Contact  kernel.ID   `json:"contact,omitzero"`
	Account  kernel.ID   `json:"account,omitzero"         doc:"Of a deal that has one it stays as it is where nothing is said"`
}

func (f Facts) deal() Deal {
	return Deal{Name: f.Name, Owner: f.Owner, Source: f.Source, Amount: f.Amount, Currency: f.Currency, Original: f.Original, Category: f.Category,
		Purchase: f.Purchase, Product: f.Product, NextStep: f.NextStep, NextOn: f.NextOn, Contact: f.Contact, Account: f.Account}
}

type postDeal struct {
	Body struct {
		Facts
		Code     string      `json:"code,omitempty"    maxLength:"40" doc:"Empty: one is made"`
		Process  string      `json:"process,omitempty" maxLength:"20" doc:"Empty: the first"`
		Stage    string      `json:"stage,omitempty"   maxLength:"20" doc:"Empty: the first"`
		Opened   kernel.Date `json:"opened,omitzero"   doc:"Empty: today"`
		Expected kernel.Date `json:"expected,omitzero"`
	}
}

func (s *Service) postDeal(ctx context.Context, in *postDeal) (Deal, error) {
	b := in.Body
	d := b.deal()
	d.Code, d.Process, d.Stage, d.Opened, d.Expected = b.Code, b.Process, b.Stage, b.Opened, b.Expected
	return s.Open(ctx, d)
}

type one struct {
	ID kernel.ID `path:"opportunity"`
}

func (s *Service) getDeal(ctx context.Context, in *one) (Sheet, error) { return s.Sheet(ctx, in.ID) }

// At names a deal at the version that was read.
type At struct {
	ID kernel.ID `path:"opportunity"`
	web.Match
}

type putDeal struct {
	At
	Body Facts
}

func (s *Service) putDeal(ctx context.Context, in *putDeal) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	d := in.Body.deal()
	d.ID, d.Version = in.ID, version
	return s.Amend(ctx, d)
}
