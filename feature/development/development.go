// Package development decides how far the relationship with an account has come, and what is missing for the next stage.
package development
