package industry

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts industries on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/industries", "industry:read", s.getIndustries)
	web.Post(r, "/industries", "industry:write", s.postIndustry)
	web.Put(r, "/industries/{id}", "industry:write", s.putIndustry)
	web.Delete(r, "/industries/{id}", "industry:write", s.deleteIndustry)
	web.Get(r, "/industries/{id}/answers/{criterion}", "industry:read", s.getAnswer)
	web.Put(r, "/industries/{id}/answers/{criterion}", "industry:rate", s.putAnswer)
	web.Get(r, "/industries/words", "industry:read", s.getWords)
	web.Post(r, "/industries/words", "industry:write", s.postWord)
	web.Get(r, "/industries/mix", "industry:read", s.getMix)
	web.Get(r, "/industries/targets", "industry:read", s.getTargets)
	web.Download(r, "/industries/targets/export", "industry:export", s.exportTargets)
	web.Get(r, "/accounts/{account}/industry", "industry:read", s.getProfile)
}

func (s *Service) getIndustries(ctx context.Context, _ *struct{}) ([]Rated, error) {
	return s.Rated(ctx)
}

// Wording is what is said of an industry in the dictionary.
type Wording struct {
	Name       string `json:"name"                 maxLength:"30" doc:"In Chinese"`
	English    string `json:"english"              maxLength:"30"`
	Group      string `json:"group,omitempty"      enum:",large,small,tracked" doc:"五大, 五小, 五跟踪"`
	Central    string `json:"central,omitempty"    enum:",headquarters,province,local,scattered" doc:"Where it is decided what is bought; empty: not known"`
	Mode       string `json:"mode,omitempty"       enum:",tender,project,own" doc:"How it is bought; empty: not known"`
	Department string `json:"department,omitempty" maxLength:"200" doc:"Who usually buys"`
	Note       string `json:"note,omitempty"       maxLength:"200"`
}

func (w Wording) industry() Industry {
	return Industry{Name: w.Name, English: w.English, Group: w.Group, Central: w.Central, Mode: w.Mode, Department: w.Department, Note: w.Note}
}

type postIndustry struct {
	Body struct {
		Code string `json:"code" maxLength:"30" doc:"Lower case letters, digits and _; it never changes"`
		Wording
	}
}

func (s *Service) postIndustry(ctx context.Context, in *postIndustry) (Industry, error) {
	one := in.Body.industry()
	one.Code = in.Body.Code
	return s.Keep(ctx, one)
}

type putIndustry struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Wording
}

func (s *Service) putIndustry(ctx context.Context, in *putIndustry) (Industry, error) {
	version, err := in.Replaces()
	if err != nil {
		return Industry{}, err
	}
	one := in.Body.industry()
	one.ID, one.Version = in.ID, version
	return s.Keep(ctx, one)
}

type deleteIndustry struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteIndustry(ctx context.Context, in *deleteIndustry) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

// AnswerOf names an answer by what it answers.
type AnswerOf struct {
	ID        kernel.ID `path:"id"`
	Criterion string    `path:"criterion" enum:"volume,growth,awareness,competition,ease,funds,government"`
}

func (s *Service) getAnswer(ctx context.Context, in *AnswerOf) (Answer, error) {
	return s.Answer(ctx, in.ID, in.Criterion)
}

type putAnswer struct {
	AnswerOf
	web.Match
	Body struct {
		Value    int64       `json:"value"    minimum:"1" maximum:"5" doc:"More is better: 5 is little competition, and easy"`
		Evidence string      `json:"evidence" maxLength:"500" doc:"From what it is known"`
		Expires  kernel.Date `json:"expires,omitempty" doc:"Empty: a year from now"`
	}
}

func (s *Service) putAnswer(ctx context.Context, in *putAnswer) (Answer, error) {
	version, err := in.Replaces()
	if err != nil {
		return Answer{}, err
	}
	b := in.Body
	return s.Rate(ctx, Answer{Industry: in.ID, Criterion: in.Criterion, Value: b.Value, Evidence: b.Evidence, Expires: b.Expires, Version: version})
}

func (s *Service) getWords(ctx context.Context, _ *struct{}) (Words, error) { return s.Said(ctx) }

type postWord struct {
	Body struct {
		Word     string    `json:"word"               maxLength:"60" doc:"As accounts have it"`
		Industry kernel.ID `json:"industry,omitempty" doc:"Empty: it is matched with none any more"`
	}
}

func (s *Service) postWord(ctx context.Context, in *postWord) (Named, error) {
	return s.Match(ctx, Named{Word: in.Body.Word, Industry: in.Body.Industry})
}

type getMix struct {
	AsOf kernel.Date `query:"as_of" doc:"Empty: the last day of the ledger, at most today"`
}

func (s *Service) getMix(ctx context.Context, in *getMix) (Mix, error) { return s.Mix(ctx, in.AsOf) }

type getTargets struct {
	Whom  string `query:"whom"  enum:"prospects,chosen" doc:"Who has never bought, or of whom somebody has judged anything; empty: both"`
	From  int    `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getTargets(ctx context.Context, in *getTargets) (Targets, error) {
	return s.Targets(ctx, Whom(in.Whom), in.From, in.Limit)
}

type exportTargets struct {
	Whom   string `query:"whom"   enum:"prospects,chosen" doc:"Who has never bought, or of whom somebody has judged anything; empty: both"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportTargets(ctx context.Context, in *exportTargets) (export.Table, error) {
	rows, err := s.Listed(ctx, Whom(in.Whom))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "targets", in.Format, Sheet, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type byAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getProfile(ctx context.Context, in *byAccount) (Profile, error) {
	return s.Profile(ctx, in.Account)
}
