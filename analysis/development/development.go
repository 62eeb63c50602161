// Package development decides how far the relationship with an account has come
// (method M07): on which of five stages it stands, and what is missing for the
// next one. A stage is reached by its gate and all gates below it.
//
//	1 exploratory     it is one of our targets
//	2 basic           it orders, and somebody of us is responsible for it
//	3 cooperative     a good part of what it buys, and contacts on several levels
//	4 interdependent  most of what it buys, and contacts of several departments
//	5 integrated      joint teams that meet, and costs laid open
//
// Source: Millman and Wilson 1995 and 1996; the cuts of the gates are our own. The
// typical shares, 50 % on the third stage and all on the fourth, are where a
// relationship settles; the gates are where it enters.
package development

import (
	"strconv"
	"strings"

	"erba/analysis/null"
	"erba/kernel"
)

// The stages.
const (
	Exploratory = iota + 1
	Basic
	Cooperative
	Interdependent
	Integrated
)

// Departments of a customer that relationships grow into, in the order of Words.
const (
	Purchasing = iota
	Research
	Quality
	Operations
	Logistics
	Finance
	Board
	Departments // how many there are
)

// Owner and KeyAccountManager say who counts as responsible for an account.
const (
	Owner             = "owner"
	KeyAccountManager = "key_account_manager"
)

// Config holds what a company may decide differently.
type Config struct {
	Orders      int                 `json:"orders"      unit:"count"  minimum:"1" maximum:"1000" doc:"Second gate: orders of twelve months: 1"`
	Manager     string              `json:"manager"     enum:"owner,key_account_manager" doc:"Second gate: who counts as responsible"`
	Part        float64             `json:"part"        unit:"share"  minimum:"0.01" maximum:"1" doc:"Third gate: share of what it buys: 0.3"`
	Levels      int                 `json:"levels"      unit:"count"  minimum:"1" maximum:"6" doc:"Third gate: levels with contacts both ways: 3"`
	Most        float64             `json:"most"        unit:"share"  minimum:"0.01" maximum:"1" doc:"Fourth gate: share of what it buys: 0.8"`
	Departments int                 `json:"departments" unit:"count"  minimum:"1" maximum:"7" doc:"Fourth gate: departments with contacts both ways: 4"`
	Teams       int                 `json:"teams"       unit:"count"  minimum:"1" maximum:"6" doc:"Fifth gate: joint teams that have met: 3"`
	Months      int                 `json:"months"      unit:"months" minimum:"1" maximum:"36" doc:"A joint team counts that has met within these: 12"`
	Days        int                 `json:"days"        unit:"days"   minimum:"7" maximum:"730" doc:"Contacts of these days count: 90"`
	Bow         float64             `json:"bow"         unit:"share"  minimum:"0.01" maximum:"1" doc:"From this share of contacts through the manager on it is a bow-tie: 0.7"`
	Words       [Departments]string `json:"words"       doc:"By which words a department is recognised, blanks between"`
}

// Default are the published stages with our gates.
func Default() Config {
	return Config{Orders: 1, Manager: Owner, Part: 0.30, Levels: 3, Most: 0.80, Departments: 4, Teams: 3, Months: 12, Days: 90, Bow: 0.70,
		Words: [Departments]string{
			"采购 供应 商务 营销 销售 市场 purchas procure sourcing supply sales marketing",
			"研发 技术 设计 工艺 工程 信息 research development engineer technolog design",
			"质量 质检 品质 品控 检验 监控 quality inspect",
			"生产 运作 运营 制造 车间 设备 维修 安全 production operation manufactur plant maintenance",
			"物流 仓储 仓库 储运 运输 logistic warehouse",
			"财务 会计 资金 审计 financ account treasur",
			"董事 总经办 总裁 高管 决策 board executive management",
		}}
}

// Check refuses gates that nobody can pass, and a fourth that is easier than the third.
func (c Config) Check() error {
	switch {
	case c.Manager != Owner && c.Manager != KeyAccountManager,
		c.Orders < 1, c.Teams < 1 || c.Teams > Teams, c.Levels < 1 || c.Levels > Levels,
		c.Departments < 1 || c.Departments > Departments, c.Months < 1, c.Days < 1:
		return kernel.Invalid("development.bad_config")
	case !(c.Part > 0 && c.Part <= c.Most && c.Most <= 1):
		return kernel.Invalid("development.bad_shares").In("most")
	case !(c.Bow > 0 && c.Bow <= 1):
		return kernel.Invalid("development.bad_config").In("bow")
	}
	for i, words := range c.Words {
		if len(strings.Fields(words)) == 0 {
			return kernel.Invalid("development.no_words").In("words." + strconv.Itoa(i))
		}
	}
	return nil
}

// Most that there can be.
const (
	Levels = 6 // of the hierarchy
	Teams  = 6 // operations, research, surroundings, finance, market research, and the board
)

// Department is the place of a department by its name, −1 if no word tells.
func (c *Config) Department(name string) int {
	name = strings.ToLower(name)
	for i, words := range c.Words {
		for _, word := range strings.Fields(words) {
			if strings.Contains(name, strings.ToLower(word)) {
				return i
			}
		}
	}
	return -1
}

// State is what a stage is judged by.
type State struct {
	Orders      int         `json:"orders"      doc:"Of twelve months"`
	Managed     bool        `json:"managed"     doc:"Somebody is responsible for it"`
	Share       null.Number `json:"share"       doc:"Ours of what it buys, 0–1; null: unknown"`
	Levels      int         `json:"levels"      doc:"With contacts both ways"`
	Departments int         `json:"departments" doc:"With contacts both ways"`
	Teams       int         `json:"teams"       doc:"Joint teams that have met"`
	Transparent bool        `json:"transparent" doc:"Costs are laid open to each other"`
}

// Stage is the highest whose gate, and all below it, are passed.
func (c *Config) Stage(s *State) int {
	switch {
	case s.Orders < c.Orders || !s.Managed:
		return Exploratory
	case !s.Share.Known() || float64(s.Share) < c.Part || s.Levels < c.Levels:
		return Basic
	case float64(s.Share) < c.Most || s.Departments < c.Departments:
		return Cooperative
	case s.Teams < c.Teams || !s.Transparent:
		return Interdependent
	}
	return Integrated
}

// Stages are those of many accounts.
func (c *Config) Stages(all []State, into []uint8) {
	for i := range all {
		into[i] = uint8(c.Stage(&all[i]))
	}
}

// Shape is how the two companies touch.
type Shape string

// The shapes. Without a contact there is none.
const (
	Bow     Shape = "bow_tie" // nearly all goes through the manager
	Diamond Shape = "diamond" // many talk to many, the manager coordinates
)

// Shape is that of contacts, through the manager and all.
func (c *Config) Shape(through, all int) Shape {
	switch {
	case all <= 0:
		return ""
	case float64(through) >= c.Bow*float64(all):
		return Bow
	}
	return Diamond
}
