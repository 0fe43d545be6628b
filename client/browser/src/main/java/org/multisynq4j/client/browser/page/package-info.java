/**
 * What every part of a page needs: building elements, entering Java from a callback, showing an error nobody handled.
 *
 * <p>Text always goes in as text, never as markup: names and messages come from strangers.
 */
package org.multisynq4j.client.browser.page;
