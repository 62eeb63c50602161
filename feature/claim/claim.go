// Package claim decides whether a company is taken, and who has registered it for how long.
package claim
