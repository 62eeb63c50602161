package visit

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts visits on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/visits", "visit:read", s.getDiary)
	web.Get(r, "/visits/due", "visit:read", s.getDue)
	web.Get(r, "/visits/suggestions", "visit:read", s.getSuggestions)
	web.Get(r, "/visits/hours", "visit:read", s.getHours)
	web.Get(r, "/visits/year", "visit:read", s.getYear)
	web.Get(r, "/visits/rules", "visit:read", s.getRules)
	web.Get(r, "/visits/{visit}", "visit:read", s.getVisit)
	web.Get(r, "/visits/{visit}/briefing", "visit:read", s.getBriefing)
	web.Get(r, "/accounts/{account}/visits", "visit:read", s.getHistory)
	web.Get(r, "/accounts/{account}/visits/hours", "visit:read", s.getPreferred)
	web.Put(r, "/accounts/{account}/visits/hours/{contact}", "visit:write", s.putPreferred)
	web.Download(r, "/visits/export", "visit:export", s.getExport)
	web.Upload(r, "/visits/import", "visit:write", largest, s.postImport)
	web.Post(r, "/visits", "visit:write", s.postVisit)
	web.Post(r, "/visits/batch", "visit:write", s.postBatch)
	web.Put(r, "/visits/{visit}", "visit:write", s.putVisit)
	s.turnRoutes(r)
}

type getDiary struct {
	From    kernel.Date `query:"from"    doc:"Empty: the Monday of this week"`
	Until   kernel.Date `query:"until"   doc:"The last day; empty: a week"`
	User    kernel.ID   `query:"user"    doc:"Whose: of who reports to the viewer; empty: his own"`
	Line    bool        `query:"line"    doc:"Of all who report to the viewer, and his own"`
	Account kernel.ID   `query:"account" doc:"Of one account, whoever goes"`
}

func (s *Service) getDiary(ctx context.Context, in *getDiary) (Diary, error) {
	return s.Diary(ctx, Span{in.From, in.Until, in.User, in.Line, in.Account})
}

type getDue struct {
	Owner kernel.ID `query:"owner" doc:"Whose accounts; empty: all in sight"`
	Tier  string    `query:"tier"  enum:"MAJOR,NAMED,NONNAMED,MASS" doc:"Empty: all"`
	Calls bool      `query:"calls" doc:"Those for whom a call will do, instead of the others"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"Of each of the two lists"`
}

func (s *Service) getDue(ctx context.Context, in *getDue) (Dues, error) {
	return s.Dues(ctx, Wish{Owner: in.Owner, Tier: in.Tier, Calls: in.Calls, Most: in.Limit})
}

type getSuggestions struct {
	Week  kernel.Date `query:"week"  doc:"A day of the week; empty: this one"`
	Limit int         `query:"limit" minimum:"1" maximum:"20" default:"5"`
}

func (s *Service) getSuggestions(ctx context.Context, in *getSuggestions) (Suggestions, error) {
	return s.Suggest(ctx, in.Week, in.Limit)
}

type getHours struct {
	Account kernel.ID `query:"account" doc:"Empty: all in sight"`
}

func (s *Service) getHours(ctx context.Context, in *getHours) (Hours, error) {
	return s.Hours(ctx, in.Account)
}

type getYear struct {
	From  kernel.Date `query:"from"  doc:"Empty: the first of January"`
	Until kernel.Date `query:"until" doc:"Empty: today"`
	User  kernel.ID   `query:"user"  doc:"Of who reports to the viewer, or himself; empty: all in sight"`
}

func (s *Service) getYear(ctx context.Context, in *getYear) (Figures, error) {
	return s.Figures(ctx, in.From, in.Until, in.User)
}

func (s *Service) getRules(ctx context.Context, _ *struct{}) (Rules, error) { return s.Rules(ctx) }

type ofVisit struct {
	Visit kernel.ID `path:"visit"`
}

func (s *Service) getVisit(ctx context.Context, in *ofVisit) (Sheet, error) {
	return s.Find(ctx, in.Visit)
}

func (s *Service) getBriefing(ctx context.Context, in *ofVisit) (Briefing, error) {
	return s.Brief(ctx, in.Visit)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getHistory(ctx context.Context, in *ofAccount) (History, error) {
	return s.History(ctx, in.Account)
}

func (s *Service) getPreferred(ctx context.Context, in *ofAccount) ([]Likes, error) {
	return s.Preferred(ctx, in.Account)
}

type putPreferred struct {
	Account kernel.ID `path:"account"`
	Contact kernel.ID `path:"contact"`
	Body    struct {
		Slots string `json:"slots" doc:"From Monday morning to Friday afternoon; 1 suits"`
	}
}

func (s *Service) putPreferred(ctx context.Context, in *putPreferred) (struct{}, error) {
	return struct{}{}, s.Prefer(ctx, in.Account, in.Contact, in.Body.Slots)
}

// About is what somebody says of a visit, but when it is.
type About struct {
	Channel string      `json:"channel,omitempty" enum:"visit,phone,video" default:"visit"`
	Purpose string      `json:"purpose" minLength:"2" maxLength:"300"`
	Place   string      `json:"place,omitempty" maxLength:"300"`
	Owner   kernel.ID   `json:"owner,omitzero" doc:"Who of us leads it; empty: the viewer"`
	Users   []kernel.ID `json:"users,omitempty" maxItems:"20" doc:"Who of us goes along"`
	People  []kernel.ID `json:"people,omitempty" maxItems:"50" doc:"Contacts of the account"`
}

// At is when a visit is.
type At struct {
	Day    kernel.Date `json:"day"`
	Start  *int64      `json:"start,omitempty"  minimum:"0" maximum:"1439" doc:"Minute of the day; null: no time is agreed"`
	Length int64       `json:"length,omitempty" minimum:"5" maximum:"720" default:"60" doc:"Minutes"`
	Zone   string      `json:"zone,omitempty"   maxLength:"60" doc:"Such as Asia/Shanghai; empty: that of the company"`
}

type planned struct {
	Account kernel.ID `json:"account"`
	About
	At
}

func (p planned) visit() Visit {
	return Visit{Account: p.Account, Channel: p.Channel, Purpose: p.Purpose, Place: p.Place, Owner: p.Owner, Users: p.Users, People: p.People,
		Day: p.Day, Start: p.Start, Length: p.Length, Zone: p.Zone}
}

type postVisit struct{ Body planned }

func (s *Service) postVisit(ctx context.Context, in *postVisit) (Sheet, error) {
	return s.Plan(ctx, in.Body.visit())
}

type postBatch struct {
	Body struct {
		Visits []planned `json:"visits" minItems:"1" maxItems:"50"`
	}
}

// made are the visits that were planned at once.
type made struct {
	Visits []kernel.ID `json:"visits"`
}

func (s *Service) postBatch(ctx context.Context, in *postBatch) (m made, err error) {
	all := make([]Visit, len(in.Body.Visits))
	for i, p := range in.Body.Visits {
		all[i] = p.visit()
	}
	m.Visits, err = s.PlanAll(ctx, all)
	return m, err
}

type putVisit struct {
	Visit kernel.ID `path:"visit"`
	web.Match
	Body About
}

func (s *Service) putVisit(ctx context.Context, in *putVisit) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	b := in.Body
	return s.Amend(ctx, Visit{ID: in.Visit, Version: version, Channel: b.Channel, Purpose: b.Purpose, Place: b.Place, Owner: b.Owner, Users: b.Users, People: b.People})
}
