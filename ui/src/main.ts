import './app/tokens.css'
import './app/base.css'
import { mount } from 'svelte'
import App from './app/App.svelte'
import { connect } from './bridge'

await connect()
mount(App, { target: document.getElementById('app')! })
